import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { App, leadTo } from "./app.js";
import { Judge } from "./judge.js";
import { Person, WITH_SCRIPT, WITHOUT_SCRIPT } from "./person.js";

const FAILURES = new URL("../failures/", import.meta.url);

/** Starts Chromium; the hosts of the built-in world's redirect URIs lead to this port. */
export function startChromium(port) {
  return chromium.launch({
    executablePath: execFileSync(fileURLToPath(new URL("../chromium", import.meta.url)), { encoding: "utf8" }).trim(),
    args: ["--disable-gpu", `--host-resolver-rules=${leadTo(port)}`],
  });
}

/** The flows of one file: a server, an app that people return to and a browser for all of them, a person for each. */
export class Suite {
  #start;
  #browser;
  #judge;

  /** `start` starts the server; `startApp` the app behind the redirect URIs, given the server. */
  constructor(start, startApp = () => App.start()) {
    this.#start = start;
    before(async () => {
      this.server = await this.#start();
      this.app = await startApp(this.server);
      this.#browser = await startChromium(this.app.port);
      this.#judge = new Judge(this.#browser);
    });
    after(async () => {
      await this.#browser?.close();
      await this.app?.stop();
      await this.server?.stop();
    });
  }

  /** One flow, once with script and once without. */
  flow(name, run) {
    for (const variant of [WITH_SCRIPT, WITHOUT_SCRIPT]) {
      this.flowAs(variant, name, run);
    }
  }

  /** One flow, by somebody who comes in this way. A failing one leaves what the person saw in the folder failures. */
  flowAs(variant, name, run) {
    test(`${name}, ${variant.name}`, async (context) => {
      const person = await this.person(variant);
      try {
        await run(person);
        person.leave();
      } catch (failure) {
        await keep(person.tab, context.name);
        throw failure;
      } finally {
        await person.context.close();
      }
    });
  }

  /** Somebody else, with a browser of their own. */
  person(variant) {
    return Person.arrive(this.#browser, this.#judge, variant, this.server);
  }
}

async function keep(tab, name) {
  if (tab.isClosed()) {
    return;
  }
  await mkdir(FAILURES, { recursive: true });
  const file = name.replaceAll(/[^A-Za-z0-9]+/g, "-");
  await tab.screenshot({ path: fileURLToPath(new URL(`${file}.png`, FAILURES)), fullPage: true });
  await writeFile(new URL(`${file}.html`, FAILURES), await tab.content());
}
