import assert from "node:assert/strict";
import { beforeEach } from "node:test";
import { CLIENT, Emulator, REDIRECT_URI } from "../../distribution/src/test/node/emulator.js";
import { Suite } from "../harness/suite.js";
import { Picker } from "../pages/consent.js";
import { GRACE, openAs, OWNER } from "../pages/sign-in.js";

const suite = new Suite(() => Emulator.start());

beforeEach(() => suite.server.reset());

/** A token of the example connection, as if the owner had just allowed it. */
async function installed() {
  const body = new URLSearchParams({ grant_type: "authorization_code", code: await suite.server.code(), redirect_uri: REDIRECT_URI });
  const headers = { Authorization: `Basic ${btoa(`${CLIENT.client_id}:${CLIENT.client_secret}`)}` };
  const response = await fetch(`${suite.server.url}/v1/oauth/token`, { method: "POST", headers, body });
  return (await response.json()).access_token;
}

async function statusOf(token) {
  const headers = { Authorization: `Bearer ${token}`, "Notion-Version": "2025-09-03" };
  return (await fetch(`${suite.server.url}/v1/users/me`, { headers })).status;
}

function opened(person) {
  return person.followLink(/Example Connection/);
}

suite.flow("who has connected nothing is told how that would come about", async (person) => {
  await openAs(person, GRACE, "/connections");

  assert.match(await person.text(), /Nothing is connected/);
});

suite.flow("somebody sees what they connected, where, and which pages it sees", async (person) => {
  await installed();
  await openAs(person, OWNER, "/connections");
  assert.match(await person.text(), /Example Connection\s+In Example Workspace · 4 pages/);
  await opened(person);

  const pages = person.tab.getByRole("region", { name: "Pages that it sees" });
  assert.match(await pages.innerText(), /Engineering.*Product.*People.*Salaries/s);
});

suite.flow("disconnecting stops the token at once", async (person) => {
  const token = await installed();
  assert.equal(await statusOf(token), 200);
  await openAs(person, OWNER, "/connections");
  await opened(person);
  await person.tab.getByText("Disconnect…").click();
  await person.press("Disconnect Example Connection");

  assert.equal(await statusOf(token), 401);
  assert.equal(await person.heading(), "My connections");
  assert.match(await person.text(), /Nothing is connected/);
});

suite.flow("the pages that a connection sees are changed, and its token goes on", async (person) => {
  const token = await installed();
  await openAs(person, OWNER, "/connections");
  await opened(person);
  await person.followLink("Change pages");
  const picker = new Picker(person);
  assert.ok(await picker.isTicked("Engineering"));
  await picker.untick("Salaries");
  await picker.untick("Engineering");
  await person.press("Save");

  const pages = await person.tab.getByRole("region", { name: "Pages that it sees" }).innerText();
  assert.match(pages, /Product.*People/s);
  assert.doesNotMatch(pages, /Engineering|Salaries/);
  assert.equal(await statusOf(token), 200);
});
