import assert from "node:assert/strict";
import { Emulator } from "../../distribution/src/test/node/emulator.js";
import { milliseconds, weigh } from "../harness/budget.js";
import { WITH_SCRIPT } from "../harness/person.js";
import { Suite } from "../harness/suite.js";
import { authorizationPath } from "../pages/authorization.js";
import { Consent } from "../pages/consent.js";
import { EXAMPLE_CONNECTION } from "../pages/console.js";
import { openAs, OWNER } from "../pages/sign-in.js";

const KILOBYTES = 60;
const MILLISECONDS = 50;

const suite = new Suite(() => Emulator.start());

async function assertLight(person, path, status = 200) {
  const page = await weigh(person, path);
  assert.equal(page.status, status, path);
  assert.ok(page.kilobytes < KILOBYTES, `${path} weighs ${page.kilobytes} kB`);
  const took = await milliseconds(person, path, MILLISECONDS);
  assert.ok(took < MILLISECONDS, `${path} takes ${took.toFixed(1)} ms`);
}

suite.flowAs(WITH_SCRIPT, "every page is light, and the server answers at once", async (person) => {
  await assertLight(person, "/login");
  await assertLight(person, authorizationPath({ client_id: "unknown" }), 400);
  await openAs(person, OWNER, "/developers");
  const places = ["/developers", "/developers/new", "/developers/internal/new", EXAMPLE_CONNECTION, `${EXAMPLE_CONNECTION}/delete`];
  for (const path of [...places, "/connections", "/account", "/people", "/workspaces"]) {
    await assertLight(person, path);
  }
});

suite.flowAs(WITH_SCRIPT, "the pages of consent are light, and the server answers at once", async (person) => {
  await Consent.asked(person);
  await assertLight(person, new URL(person.tab.url()).pathname);
  await new Consent(person).selectPages();
  await assertLight(person, new URL(person.tab.url()).pathname);
});
