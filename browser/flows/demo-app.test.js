import assert from "node:assert/strict";
import { Emulator } from "../../distribution/src/test/node/emulator.js";
import { DemoApp } from "../harness/demo-app.js";
import { Suite } from "../harness/suite.js";
import { Picker } from "../pages/consent.js";
import { become, OWNER } from "../pages/sign-in.js";

const APP = "http://localhost:3000/";

const suite = new Suite(() => Emulator.start(), DemoApp.start);

/** From the app's first page to the same page, connected. */
async function connect(person) {
  await person.open(APP);
  await person.followLink("Connect your workspace");
  await become(person, OWNER);
  await person.press("Select pages");
  const picker = new Picker(person);
  await picker.tick("Product");
  await person.press("Allow access");
}

suite.flow("somebody connects the demo app, refreshes its tokens and disconnects", async (person) => {
  await connect(person);
  assert.equal(await person.heading(), "Connected to Example Workspace");
  assert.match(await person.text(), /Acting as Example Connection/);

  await person.press("Refresh the tokens");
  assert.equal(await person.heading(), "Connected to Example Workspace");

  await person.press("Disconnect");
  assert.equal(await person.heading(), "Weekly Review");
});

suite.flow("somebody who does not want to connect the demo app returns to it unconnected", async (person) => {
  await person.open(APP);
  await person.followLink("Connect your workspace");
  await become(person, OWNER);
  await person.press("Cancel");

  assert.equal(await person.heading(), "Not connected");
  assert.match(await person.text(), /access_denied/);
});

suite.flow("an answer that this browser did not ask for connects nothing", async (person) => {
  await person.open(APP);
  await person.open(`${APP}auth/callback?code=00000000-0000-4000-8000-000000000000&state=made-up`);

  assert.equal(await person.heading(), "Not connected");
  assert.match(await person.text(), /does not belong/);
});

suite.flow("a connection that was ended elsewhere asks the person to connect again", async (person) => {
  await connect(person);
  const [bot] = (await person.text()).match(/[0-9a-f]{8}-[0-9a-f-]{27}/);
  await suite.server.control("revoke", { bot_id: bot });

  await person.open(APP);

  assert.equal(await person.heading(), "Not connected");
});
