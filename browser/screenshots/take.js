// Makes the pictures in docs/images from the packaged program: `npm run screenshots`.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CLIENT, Emulator } from "../../distribution/src/test/node/emulator.js";
import { DemoApp } from "../harness/demo-app.js";
import { Judge } from "../harness/judge.js";
import { Person, WITH_SCRIPT } from "../harness/person.js";
import { startChromium } from "../harness/suite.js";
import { Consent, Picker } from "../pages/consent.js";
import { EXAMPLE_CONNECTION } from "../pages/console.js";
import { openAs, OWNER } from "../pages/sign-in.js";

const IMAGES = new URL("../../docs/images/", import.meta.url);
const WIDE = { ...WITH_SCRIPT, viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 };
const DARK = { ...WIDE, name: "dark", colorScheme: "dark" };
const NARROW = { ...WITH_SCRIPT, name: "narrow", viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };

/** What each picture shows: how somebody gets there. */
const PICTURES = {
  "sign-in": [WIDE, (person) => person.open("/connections")],
  consent: [WIDE, (person) => Consent.asked(person)],
  "consent-dark": [DARK, (person) => Consent.asked(person)],
  "consent-narrow": [NARROW, (person) => Consent.asked(person)],
  picker: [WIDE, picking],
  "picker-dark": [DARK, picking],
  "picker-narrow": [NARROW, picking],
  connections: [WIDE, (person) => openAs(person, OWNER, "/connections")],
  console: [WIDE, (person) => openAs(person, OWNER, EXAMPLE_CONNECTION)],
  "console-dark": [DARK, (person) => openAs(person, OWNER, EXAMPLE_CONNECTION)],
};

async function picking(person) {
  await (await Consent.asked(person)).selectPages();
  const picker = new Picker(person);
  await picker.tick("Product");
  await picker.open("Engineering");
  await picker.tick("Runbooks");
}

process.env.FONTCONFIG_FILE = fileURLToPath(new URL("fonts.conf", import.meta.url));
await mkdir(IMAGES, { recursive: true });
const server = await Emulator.start("--seed", "1");
const app = await DemoApp.start(server);
const browser = await startChromium(app.port);
try {
  const wanted = process.argv.slice(2);
  for (const [name, [variant, getThere]] of Object.entries(PICTURES)) {
    if (wanted.length === 0 || wanted.includes(name)) {
      const person = await Person.arrive(browser, new Judge(browser), variant, server);
      await getThere(person);
      await person.tab.screenshot({ path: fileURLToPath(new URL(`${name}.png`, IMAGES)), animations: "disabled" });
      await person.context.close();
      console.log(`docs/images/${name}.png`);
    }
  }
} finally {
  await browser.close();
  await app.stop();
  await server.stop();
}
