import assert from "node:assert/strict";
import { beforeEach } from "node:test";
import { CLIENT, Emulator, OTHER_CLIENT, OTHER_REDIRECT_URI, REDIRECT_URI } from "../../distribution/src/test/node/emulator.js";
import { WITH_SCRIPT } from "../harness/person.js";
import { Suite } from "../harness/suite.js";
import { TEMPLATE_CLIENT, TEMPLATE_REDIRECT_URI } from "../pages/authorization.js";
import { Consent } from "../pages/consent.js";
import { GRACE } from "../pages/sign-in.js";

const suite = new Suite(() => Emulator.start());

beforeEach(() => suite.server.reset());

const READER = { client_id: OTHER_CLIENT.client_id, redirect_uri: OTHER_REDIRECT_URI };
async function exchange(code, { client_id, client_secret } = CLIENT, redirect_uri = REDIRECT_URI) {
  const response = await fetch(`${suite.server.url}/v1/oauth/token`, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` },
    body: new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri }),
  });
  return response.json();
}

suite.flow("somebody reads who asks and for what, picks a page and allows it", async (person) => {
  const consent = await Consent.asked(person);
  assert.match(await person.heading(), /Example Connection/);
  const question = await person.text();
  assert.match(question, /localhost:3000/);
  assert.match(question, /owner@example\.com/);

  const picker = await consent.selectPages();
  await picker.tick("Product");
  const code = await picker.allow();
  assert.equal(picker.returned().state, "state-1");
  assert.equal((await exchange(code)).workspace_name, "Example Workspace");
});

suite.flow("what an app may not do is said as plainly as what it may", async (person) => {
  await Consent.asked(person, READER);

  const list = (name) => person.tab.getByRole("heading", { name }).locator("xpath=following-sibling::ul[1]").innerText();
  assert.match(await list("It will be able to"), /[Rr]ead|[Ss]ee/);
  assert.match(await list("It will not be able to"), /email/);
});

suite.flow("the app can be let into another workspace", async (person) => {
  const consent = await Consent.asked(person);
  await consent.inWorkspace("Side Project");
  const picker = await consent.selectPages();
  assert.deepEqual(await picker.titles(), ["Ideas", "Reading list", "Templates"]);
  await picker.tick("Ideas");

  assert.equal((await exchange(await picker.allow())).workspace_name, "Side Project");
});

suite.flow("nobody can share what they cannot see", async (person) => {
  const picker = await (await Consent.asked(person, {}, GRACE)).selectPages();

  assert.deepEqual(await picker.titles(), ["Engineering", "Product", "People"]);
  await picker.search("salaries");
  assert.doesNotMatch(await person.text(), /Salaries/);
});

suite.flow("a page brings along what is below it", async (person) => {
  const picker = await (await Consent.asked(person)).selectPages();
  await picker.tick("Engineering");
  await picker.open("Engineering");
  assert.ok(await picker.isTicked("Runbooks"));
  assert.ok(await picker.isCovered("Runbooks"));
  assert.equal(await picker.count(), "1 page selected");
  await picker.allow();
});

suite.flow("a page deep below is found by its title, and what was ticked before stays", async (person) => {
  const picker = await (await Consent.asked(person)).selectPages();
  await picker.tick("People");
  await picker.search("signing");
  assert.deepEqual(await picker.titles(), ["Rotate a signing key"]);
  await picker.tick("Rotate a signing key");
  await exchange(await picker.allow());

  const again = await (await Consent.askedAgain(person)).selectPages();
  assert.equal(await again.count(), "2 pages selected");
  assert.ok(await again.isTicked("People"));
  assert.ok(!(await again.isTicked("Product")));
});

suite.flow("no page need be shared", async (person) => {
  const picker = await (await Consent.asked(person)).selectPages();
  assert.equal(await picker.count(), "No page selected");

  assert.ok((await exchange(await picker.allow())).access_token);
});

suite.flow("the first page can be left without sharing anything", async (person) => {
  const consent = await Consent.asked(person);
  await consent.cancel();

  assert.ok(person.tab.url().startsWith(REDIRECT_URI));
  assert.deepEqual(consent.returned(), { error: "access_denied", state: "state-1" });
});

suite.flow("the picker can be left without sharing anything", async (person) => {
  const picker = await (await Consent.asked(person)).selectPages();
  await picker.tick("Product");
  await picker.cancel();

  assert.deepEqual(picker.returned(), { error: "access_denied", state: "state-1" });
});

suite.flow("an answer is taken once: the way back says so", async (person) => {
  const picker = await (await Consent.asked(person)).selectPages();
  const question = person.tab.url();
  await picker.allow();
  await person.open(question);

  assert.equal(await person.heading(), "You have answered this");
});

suite.flow("a template is copied into the workspace when the code is exchanged", async (person) => {
  await Consent.asked(person, { client_id: TEMPLATE_CLIENT.client_id, redirect_uri: TEMPLATE_REDIRECT_URI });
  await person.press("Next");
  await person.press("Use the template and allow access");

  const { code } = new Consent(person).returned();
  const token = await exchange(code, TEMPLATE_CLIENT, TEMPLATE_REDIRECT_URI);
  assert.match(token.duplicated_template_id, /^[0-9a-f-]{36}$/);
});

suite.flow("pages can be selected in place of a template", async (person) => {
  const consent = await Consent.asked(person, { client_id: TEMPLATE_CLIENT.client_id, redirect_uri: TEMPLATE_REDIRECT_URI });
  await person.press("Next");
  const picker = await consent.selectPages();
  await picker.tick("Product");

  const token = await exchange(await picker.allow(), TEMPLATE_CLIENT, TEMPLATE_REDIRECT_URI);
  assert.equal(token.duplicated_template_id, null);
});

suite.flowAs(WITH_SCRIPT, "the picker counts along", async (person) => {
  const picker = await (await Consent.asked(person)).selectPages();
  await picker.tick("Product");
  await picker.tick("People");
  assert.equal(await picker.count(), "2 pages selected");
  await picker.untick("People");
  assert.equal(await picker.count(), "1 page selected");
});

suite.flowAs(WITH_SCRIPT, "a keyboard is enough to pick a page and to allow it", async (person) => {
  const picker = await (await Consent.asked(person)).selectPages();
  const keyboard = person.tab.keyboard;
  const focused = () => person.tab.evaluate(() => document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText);
  while (!/^Engineering/.test(await focused())) {
    await keyboard.press("Tab");
  }
  await keyboard.press("ArrowRight");
  await person.tab.getByRole("checkbox", { name: "Runbooks" }).waitFor();
  await keyboard.press("ArrowDown");
  assert.match(await focused(), /^Runbooks/);
  await keyboard.press("Space");
  assert.ok(await picker.isTicked("Runbooks"));
  await keyboard.press("ArrowLeft");
  await keyboard.press("ArrowLeft");
  assert.match(await focused(), /^Engineering/);

  while ((await focused()) !== "Allow access") {
    await keyboard.press("Tab");
  }
  await person.follow(() => keyboard.press("Enter"));
  assert.match(picker.returned().code, /^[0-9a-f-]{36}$/);
});
