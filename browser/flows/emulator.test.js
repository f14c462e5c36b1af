import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CLIENT, Emulator, REDIRECT_URI } from "../../distribution/src/test/node/emulator.js";
import { WITH_SCRIPT, WITHOUT_SCRIPT } from "../harness/person.js";
import { Suite } from "../harness/suite.js";
import { EmulatorPage } from "../pages/emulator.js";

const suite = new Suite(() => Emulator.start());

const BASIC = `Basic ${Buffer.from(`${CLIENT.client_id}:${CLIENT.client_secret}`).toString("base64")}`;

async function token(person, body) {
  const response = await fetch(`${person.server.url}/v1/oauth/token`, {
    method: "POST",
    headers: { Authorization: BASIC, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.json();
}

function exchange(person, code, redirect_uri = REDIRECT_URI) {
  return token(person, { grant_type: "authorization_code", code, redirect_uri });
}

suite.flowAs(WITH_SCRIPT, "a request shows up as it comes, with why it was refused and what to change", async (person) => {
  const page = await EmulatorPage.open(person);
  await exchange(person, await person.server.code(), `${REDIRECT_URI}/`);
  await page.request("redirect_uri differs from authorize at character 36").click();
  await person.look();
  assert.match(await page.opened(), /What to change: send here, to the letter, what was sent at authorize/);
  assert.equal(await page.markedAsWrong(), "/");
});

suite.flowAs(WITH_SCRIPT, "one authorization is told from its first request to its last", async (person) => {
  const page = await EmulatorPage.open(person);
  const pair = await exchange(person, await person.server.code());
  await token(person, { grant_type: "refresh_token", refresh_token: pair.refresh_token });
  await exchange(person, "not a code");
  await page.request("refreshed: the pair of generation 2").click();
  await page.press("Show its whole life");
  await person.look();
  assert.deepEqual(await page.paths(), ["POST /emulator/authorize", "POST /v1/oauth/token", "POST /v1/oauth/token"]);
  await page.press("Show all");
  assert.ok((await page.paths()).length > 3);
});

suite.flowAs(WITH_SCRIPT, "requests are searched", async (person) => {
  const page = await EmulatorPage.open(person);
  await person.server.code();
  await exchange(person, "nonsense");
  await page.request("is not an authorization code").first().waitFor();
  await page.search("authorization invalid_grant nonsense-that-nobody-sent");
  assert.deepEqual(await page.paths(), []);
  assert.match(await person.text(), /No request is like that/);
  await page.search("token 400 invalid_grant");
  assert.deepEqual(new Set(await page.paths()), new Set(["POST /v1/oauth/token"]));
});

suite.flowAs(WITH_SCRIPT, "a scenario is played for the chosen connection", async (person) => {
  const page = await EmulatorPage.open(person);
  await page.choose("Rehearse", "code-expired");
  assert.match(await person.text(), /Take invalid_grant for the end of the code/);
  await page.press("Play it");
  await person.tab.getByText("It waits for the next request.").waitFor();
  assert.equal((await exchange(person, await person.server.code())).error, "invalid_grant");
  await page.request("the code counts as expired").waitFor();
  await person.tab.getByText("None: everything is answered as it should be.").waitFor();
});

suite.flowAs(WITH_SCRIPT, "faults, clock and reset are a press away", async (person) => {
  const page = await EmulatorPage.open(person);
  await page.press("For the next request");
  await person.tab.getByText("status 429, retry after 2").waitFor();
  await page.press("Stop");
  await person.tab.getByText("stopped", { exact: true }).waitFor();
  await page.press("+ 1 hour");
  await page.request("").first().waitFor();
  person.tab.once("dialog", (dialog) => dialog.accept());
  await page.press("Reset everything");
  await person.tab.getByText("running", { exact: true }).waitFor();
  await person.tab.getByText("None: everything is answered as it should be.").waitFor();
});

suite.flowAs(WITH_SCRIPT, "the command that an empty page shows gets a token", async (person) => {
  await person.server.reset();
  const page = await EmulatorPage.open(person);
  const { stdout } = await promisify(execFile)("sh", ["-c", await page.firstToken()]);
  assert.match(JSON.parse(stdout).access_token, /^ntn_/);
  await page.request("redeemed: the first pair").waitFor();
});

suite.flowAs(WITHOUT_SCRIPT, "the page says where else all of it is", async (person) => {
  await person.open("/emulator");
  assert.match(await person.text(), /which needs JavaScript\. The same is at/);
});
