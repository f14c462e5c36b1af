import assert from "node:assert/strict";
import { Emulator } from "../../distribution/src/test/node/emulator.js";
import { DemoApp } from "../harness/demo-app.js";
import { Suite } from "../harness/suite.js";

const APP = "http://localhost:3000/";

const suite = new Suite(() => Emulator.start("--auto-approve"), DemoApp.start);

suite.flow("somebody connects the demo app, refreshes its tokens and disconnects", async (person) => {
  await person.open(APP);
  await person.followLink("Connect your workspace");
  assert.equal(await person.heading(), "Connected to Example Workspace");
  assert.match(await person.text(), /Acting as Example Connection/);

  await person.press("Refresh the tokens");
  assert.equal(await person.heading(), "Connected to Example Workspace");

  await person.press("Disconnect");
  assert.equal(await person.heading(), "Weekly Review");
});

suite.flow("an answer that this browser did not ask for connects nothing", async (person) => {
  await person.open(APP);
  await person.open(`${APP}auth/callback?code=00000000-0000-4000-8000-000000000000&state=made-up`);

  assert.equal(await person.heading(), "Not connected");
  assert.match(await person.text(), /does not belong/);
});

suite.flow("a connection that was ended elsewhere asks the person to connect again", async (person) => {
  await person.open(APP);
  await person.followLink("Connect your workspace");
  const [bot] = (await person.text()).match(/[0-9a-f]{8}-[0-9a-f-]{27}/);
  await suite.server.control("revoke", { bot_id: bot });

  await person.open(APP);

  assert.equal(await person.heading(), "Not connected");
});
