import assert from "node:assert/strict";
import { Emulator } from "../../distribution/src/test/node/emulator.js";
import { fetchAs, milliseconds } from "../harness/budget.js";
import { WITH_SCRIPT } from "../harness/person.js";
import { Suite } from "../harness/suite.js";
import { LARGE_WORLD, withWorld } from "../harness/worlds.js";
import { Consent } from "../pages/consent.js";

const MILLISECONDS = 100;
const JSON_WANTED = { headers: { Accept: "application/json" } };

const suite = new Suite(() => withWorld(LARGE_WORLD, (file) => Emulator.start("--world", file)));

suite.flow("in a workspace of 20,000 pages one is found by its title", async (person) => {
  const picker = await (await Consent.asked(person)).selectPages();
  await picker.search("step 7 in plan 4 of team 123");
  assert.deepEqual(await picker.titles(), ["Step 7 in plan 4 of team 123"]);
  await picker.tick("Step 7 in plan 4 of team 123");
  await picker.allow();
});

suite.flow("a level of 2,000 pages is shown in parts", async (person) => {
  const picker = await (await Consent.asked(person)).selectPages();
  await picker.open("Archive");
  const titles = await picker.titles();
  assert.ok(titles.includes("Letter 1 of the archive"), titles.join(", "));
  assert.ok(titles.length < 500, `${titles.length} pages at once`);
  assert.ok(await person.tab.getByRole("button", { name: "Show more" }).first().isVisible());
});

suite.flowAs(WITH_SCRIPT, "a search in a workspace of 20,000 pages, the picker and a level of it answer at once", async (person) => {
  const picker = await (await Consent.asked(person)).selectPages();
  const path = new URL(person.tab.url()).pathname;
  await assertQuick(person, path);
  await assertQuick(person, path.replace(/\/pages$/, `/level?in=${await picker.id("Archive")}`), JSON_WANTED);
  for (const text of ["step 7 in plan 4 of team 123", "archive", "e", "nothing has this title"]) {
    await assertQuick(person, path.replace(/\/pages$/, `/search?q=${encodeURIComponent(text)}`), JSON_WANTED);
  }
});

async function assertQuick(person, path, options) {
  assert.equal((await fetchAs(person, path, options)).status, 200, path);
  const took = await milliseconds(person, path, MILLISECONDS, options);
  assert.ok(took < MILLISECONDS, `${path} takes ${took.toFixed(1)} ms`);
}
