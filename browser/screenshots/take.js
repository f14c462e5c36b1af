// Makes the pictures in docs/images from the packaged program: `npm run screenshots`.
import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CLIENT, Emulator, OTHER_CLIENT, OTHER_REDIRECT_URI, REDIRECT_URI } from "../../distribution/src/test/node/emulator.js";
import { App } from "../harness/app.js";
import { Judge } from "../harness/judge.js";
import { Person, WITH_SCRIPT } from "../harness/person.js";
import { startChromium } from "../harness/suite.js";
import { authorizationPath, TEMPLATE_CLIENT, TEMPLATE_REDIRECT_URI } from "../pages/authorization.js";
import { Consent, Picker } from "../pages/consent.js";
import { Console, EXAMPLE_CONNECTION } from "../pages/console.js";
import { EmulatorPage } from "../pages/emulator.js";
import { openAs, OWNER } from "../pages/sign-in.js";

/** The fonts of the pictures, with the Debian packages that have them. */
const FONTS = { Inter: "fonts-inter", "JetBrains Mono": "fonts-jetbrains-mono" };

const IMAGES = new URL("../../docs/images/", import.meta.url);
const WIDE = { ...WITH_SCRIPT, viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 };
const TALL = { ...WIDE, name: "tall", viewport: { width: 1280, height: 960 } };
const DARK = { name: "dark", colorScheme: "dark" };
const NARROW = { ...WITH_SCRIPT, name: "narrow", viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };

/** What each picture shows: how somebody gets there. */
const PICTURES = {
  "sign-in": [WIDE, (person) => person.open("/connections")],
  consent: [TALL, (person) => Consent.asked(person)],
  "consent-dark": [{ ...TALL, ...DARK }, (person) => Consent.asked(person)],
  "consent-narrow": [NARROW, (person) => Consent.asked(person)],
  template: [WIDE, template],
  picker: [WIDE, picking],
  "picker-dark": [{ ...WIDE, ...DARK }, picking],
  "picker-narrow": [NARROW, picking],
  connections: [WIDE, (person) => openAs(person, OWNER, "/connections")],
  connection: [TALL, installation],
  console: [WIDE, (person) => openAs(person, OWNER, "/developers")],
  "console-connection": [TALL, (person) => openAs(person, OWNER, EXAMPLE_CONNECTION)],
  "console-dark": [{ ...TALL, ...DARK }, (person) => openAs(person, OWNER, EXAMPLE_CONNECTION)],
  "console-secret": [TALL, registering],
  people: [WIDE, (person) => openAs(person, OWNER, "/people")],
  emulator: [{ ...TALL, viewport: { width: 1360, height: 1000 } }, refused],
  "wrong-link": [WIDE, (person) => person.open(authorizationPath({ redirect_uri: "http://localhost:3000/callback" }))],
};

async function picking(person) {
  await (await Consent.asked(person)).selectPages();
  const picker = new Picker(person);
  await picker.tick("Product");
  await picker.open("Engineering");
  await picker.tick("Runbooks");
}

async function template(person) {
  await Consent.asked(person, {
    client_id: TEMPLATE_CLIENT.client_id,
    redirect_uri: TEMPLATE_REDIRECT_URI,
  });
  await person.press("Next");
}

async function installation(person) {
  await openAs(person, OWNER, "/connections");
  await person.followLink(/Read-only Reports/);
}

async function registering(person) {
  await openAs(person, OWNER, "/developers");
  await new Console(person).register("Weekly Review", "https://review.example/callback");
}

/** The page of the emulator, with the life of one app and what its developer got wrong. */
async function refused(person) {
  const page = await EmulatorPage.open(person);
  const code = await server.code();
  await exchange(CLIENT, code, REDIRECT_URI);
  await exchange(CLIENT, await server.code(), `${REDIRECT_URI}/`);
  await page.request("differs from authorize").click();
}

/** Lets two apps in, so that there is something to see. */
async function install(client, redirect_uri) {
  const response = await exchange(client, await server.code({ client_id: client.client_id, redirect_uri }), redirect_uri);
  if (!response.ok) {
    throw new Error(await response.text());
  }
}

function exchange(client, code, redirect_uri) {
  return fetch(`${server.url}/v1/oauth/token`, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${client.client_id}:${client.client_secret}`)}` },
    body: new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri }),
  });
}

/** WebP, which is a third of a PNG; Playwright itself has none. */
async function photograph(person, file) {
  const devtools = await person.context.newCDPSession(person.tab);
  const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality: 90 });
  await writeFile(file, data, "base64");
  console.log(fileURLToPath(file));
}

/** Stops with the names of the fonts that are missing: with others every picture would change. */
function requireFonts() {
  const installed = execFileSync("fc-list", [":", "family"], { encoding: "utf8" });
  const missing = Object.entries(FONTS).filter(([family]) => !installed.includes(family));
  if (missing.length > 0) {
    throw new Error(`install ${missing.map(([, debian]) => debian).join(" and ")} first: the pictures are taken with them`);
  }
}

requireFonts();
process.env.FONTCONFIG_FILE = fileURLToPath(new URL("fonts.conf", import.meta.url));
await mkdir(IMAGES, { recursive: true });
const server = await Emulator.start("--seed", "1");
const app = await App.start();
const browser = await startChromium(app.port);
try {
  await install(OTHER_CLIENT, OTHER_REDIRECT_URI);
  await install(TEMPLATE_CLIENT, TEMPLATE_REDIRECT_URI);
  const wanted = process.argv.slice(2);
  for (const [name, [variant, getThere]] of Object.entries(PICTURES)) {
    if (wanted.length === 0 || wanted.includes(name)) {
      const person = await Person.arrive(browser, new Judge(browser), variant, server);
      await getThere(person);
      await photograph(person, new URL(`${name}.webp`, IMAGES));
      await person.context.close();
    }
  }
} finally {
  await browser.close();
  await app.stop();
  await server.stop();
}
