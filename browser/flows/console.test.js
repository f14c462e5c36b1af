import assert from "node:assert/strict";
import { beforeEach } from "node:test";
import { CLIENT, Emulator, REDIRECT_URI } from "../../distribution/src/test/node/emulator.js";
import { WITH_SCRIPT } from "../harness/person.js";
import { Suite } from "../harness/suite.js";
import { Console, EXAMPLE_CONNECTION } from "../pages/console.js";
import { GRACE, openAs, OWNER } from "../pages/sign-in.js";

const suite = new Suite(() => Emulator.start());

beforeEach(() => suite.server.reset());

/** What the token endpoint answers to these credentials, which ask for the token of a code that there is not. */
async function authenticate({ client_id, client_secret }) {
  const response = await fetch(`${suite.server.url}/v1/oauth/token`, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` },
    body: new URLSearchParams({ grant_type: "authorization_code", code: crypto.randomUUID(), redirect_uri: REDIRECT_URI }),
  });
  return (await response.json()).error;
}

const ACCEPTED = "invalid_grant";
const REFUSED = "invalid_client";

async function me(token) {
  const headers = { Authorization: `Bearer ${token}`, "Notion-Version": "2025-09-03" };
  const response = await fetch(`${suite.server.url}/v1/users/me`, { headers });
  return { status: response.status, ...(await response.json()) };
}

async function consoleOf(person, name, path = "/developers") {
  await openAs(person, name, path);
  return new Console(person);
}

suite.flow("a developer registers a connection, and its secret works at once", async (person) => {
  const developer = await consoleOf(person, OWNER);
  const credentials = await developer.register("Weekly Review", "http://localhost:3000/weekly");
  assert.equal(await authenticate(credentials), ACCEPTED);
  assert.match(await person.value("Authorization URL"), new RegExp(`client_id=${credentials.client_id}`));

  await person.followLink("I have kept it");
  assert.equal(await person.heading(), "Weekly Review");
  assert.deepEqual(await developer.redirectUris(), ["http://localhost:3000/weekly"]);
});

suite.flow("a connection with a bad redirect URI is not registered; what was typed stays", async (person) => {
  await consoleOf(person, OWNER);
  await person.followLink("New connection");
  await person.fill("Redirect URI", "https://app.example/callback#part");
  await person.fill("Name", "Weekly Review");
  await person.press("Register it and get a secret");

  assert.equal(await person.heading(), "New connection");
  assert.match(await person.text(), /Nothing was registered yet/);
  assert.equal(await person.value("Name"), "Weekly Review");
});

suite.flow("redirect URIs are added and removed one by one", async (person) => {
  const developer = await consoleOf(person, OWNER, EXAMPLE_CONNECTION);
  const before = await developer.redirectUris();
  await developer.addRedirectUri("https://app.example/callback");
  await person.press("Remove http://localhost:3000/auth/callback/notion");

  const after = before.filter((uri) => uri !== "http://localhost:3000/auth/callback/notion");
  assert.deepEqual(await developer.redirectUris(), [...after, "https://app.example/callback"]);
});

suite.flow("a redirect URI that is no good is refused with a reason, and stays in its field", async (person) => {
  const developer = await consoleOf(person, OWNER, EXAMPLE_CONNECTION);
  const before = await developer.redirectUris();
  for (const uri of ["javascript:alert(1)", "https://app.example/#part", "https://me:secret@app.example/", "callback"]) {
    await developer.addRedirectUri(uri);
    assert.ok((await developer.complaint()).length > 20, uri);
    assert.equal(await person.value("Add a redirect URI"), uri);
  }
  assert.deepEqual(await developer.redirectUris(), before);
});

suite.flow("a secret is replaced without downtime: two are live until the first is ended", async (person) => {
  await consoleOf(person, OWNER, EXAMPLE_CONNECTION);
  await person.press("Make a new secret");
  const second = { ...CLIENT, client_secret: await person.value("Client secret") };
  assert.equal(await authenticate(CLIENT), ACCEPTED);
  assert.equal(await authenticate(second), ACCEPTED);

  await person.followLink("I have kept it");
  const first = person.tab.getByRole("listitem").filter({ has: person.tab.locator(`[value="${CLIENT.client_secret}"]`) });
  await person.press(/^End/, first);

  assert.equal(await authenticate(CLIENT), REFUSED);
  assert.equal(await authenticate(second), ACCEPTED);
});

suite.flow("a connection that is disabled is refused until it is enabled again", async (person) => {
  await consoleOf(person, OWNER, EXAMPLE_CONNECTION);
  await person.press("Disable");
  assert.equal(await authenticate(CLIENT), REFUSED);

  await person.press("Enable");
  assert.equal(await authenticate(CLIENT), ACCEPTED);
});

suite.flow("a connection is deleted by who types its name", async (person) => {
  await consoleOf(person, OWNER, EXAMPLE_CONNECTION);
  await person.followLink("Delete…");
  await person.fill("Type the name", "Something else");
  await person.press("Delete it for good");
  assert.equal(await person.heading(), "Delete Example Connection?");
  assert.equal(await authenticate(CLIENT), ACCEPTED);

  await person.fill("Type the name", "Example Connection");
  await person.press("Delete it for good");
  assert.equal(await person.heading(), "Developers");
  assert.equal(await authenticate(CLIENT), REFUSED);
});

suite.flow("an internal connection gets a token that works until it is ended", async (person) => {
  await consoleOf(person, OWNER);
  await person.followLink("New internal connection");
  await person.tab.getByRole("radio", { name: "Side Project" }).check();
  await person.fill("Name", "Nightly Backup");
  await person.press("Make it and get a token");
  const token = await person.value("Token");
  const bot = await me(token);
  assert.deepEqual([bot.status, bot.name, bot.bot.owner], [200, "Nightly Backup", { type: "workspace", workspace: true }]);

  await person.followLink("I have kept it");
  await person.press(/^End/);
  assert.equal((await me(token)).status, 401);
});

suite.flow("details are edited, and stand there afterwards", async (person) => {
  await consoleOf(person, OWNER, EXAMPLE_CONNECTION);
  await person.fill("Name", "Renamed Connection");
  await person.tab.getByRole("checkbox", { name: "Insert comments" }).uncheck();
  await person.press("Save details");

  assert.equal(await person.heading(), "Renamed Connection");
  assert.equal(await person.tab.getByRole("checkbox", { name: "Insert comments" }).isChecked(), false);
});

suite.flow("who did not register a connection and is no admin does not see its page", async (person) => {
  await openAs(person, GRACE, EXAMPLE_CONNECTION);

  assert.doesNotMatch(await person.text(), /secret/i);
  assert.equal((await person.open(EXAMPLE_CONNECTION)).status(), 404);
});

suite.flowAs(WITH_SCRIPT, "the authorization URL is copied by a button", async (person) => {
  await person.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await consoleOf(person, OWNER, EXAMPLE_CONNECTION);
  await person.tab.getByRole("button", { name: "Copy Authorization URL" }).click();
  await person.tab.getByText("Copied", { exact: true }).waitFor();

  const copied = await person.tab.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await person.value("Authorization URL"));
});
