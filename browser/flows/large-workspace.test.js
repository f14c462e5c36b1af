import assert from "node:assert/strict";
import { Emulator } from "../../distribution/src/test/node/emulator.js";
import { fetchAs } from "../harness/budget.js";
import { Suite } from "../harness/suite.js";
import { LARGE_WORLD, withWorld } from "../harness/worlds.js";
import { Consent } from "../pages/consent.js";

const SEARCH_MILLISECONDS = 100;

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

suite.flow("a search in a workspace of 20,000 pages answers at once", async (person) => {
  await (await Consent.asked(person)).selectPages();
  const search = new URL(person.tab.url()).pathname.replace(/\/pages$/, "/search");
  for (const text of ["step 7 in plan 4 of team 123", "archive", "e", "nothing has this title"]) {
    const times = [];
    for (let time = 0; time < 9; time++) {
      const answer = await fetchAs(person, `${search}?q=${encodeURIComponent(text)}`, { headers: { Accept: "application/json" } });
      assert.equal(answer.status, 200);
      times.push(answer.milliseconds);
    }
    const median = times.sort((a, b) => a - b)[4];
    assert.ok(median < SEARCH_MILLISECONDS, `“${text}” took ${median.toFixed(1)} ms`);
  }
});
