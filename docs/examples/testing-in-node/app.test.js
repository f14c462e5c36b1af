import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "keywright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createApp } from "./app.js";
import { Visitor } from "./visitor.js";

let emulator;
let folder;
let app;
let visitor;

beforeAll(async () => {
  emulator = await startEmulator();
}, 60_000);

afterAll(() => emulator?.stop());

beforeEach(async () => {
  await emulator.reset();
  folder = await mkdtemp(join(tmpdir(), "app-"));
  const { client_id, client_secret, redirect_uris } = emulator.connection();
  app = createApp({
    notionUrl: emulator.baseUrl,
    clientId: client_id,
    clientSecret: client_secret,
    redirectUri: redirect_uris[0],
    tokenFile: join(folder, "tokens.json"),
  });
  visitor = await Visitor.of(app);
});

afterEach(async () => {
  app.close();
  await rm(folder, { recursive: true });
});

/** Goes from the app to the authorization page, answers there, and comes back. */
async function connect(answer) {
  const { location } = await visitor.open("/sign-in");
  const { redirect_to } = await emulator.authorize(location, answer);
  return visitor.open(redirect_to);
}

/** The next call finds its access token refused, as it does when that was replaced or has ended. */
function refuseNextCall() {
  return emulator.faults.add({ match: { path: "/v1/search" }, fault: { status: 401 } });
}

test("someone who connects the app sees the pages that they shared", async () => {
  const [engineering] = emulator.world.workspaces[0].pages;

  const back = await connect({ pages: [engineering.pages[0].id] });

  expect(back).toMatchObject({ status: 302, location: "/pages" });
  const { status, body } = await visitor.open("/pages");
  expect(status).toBe(200);
  expect(body.pages).toContain("Runbooks");
  expect(body.pages).not.toContain("Engineering");
});

test("someone who says no is offered to connect again", async () => {
  const back = await connect({ decision: "deny" });

  expect(back).toMatchObject({ status: 403, body: { problem: "access_denied", connect: "/sign-in" } });
  expect((await visitor.open("/pages")).status).toBe(401);
});

test("a refresh whose answer is lost is repeated, and nobody notices", async () => {
  await connect();
  await refuseNextCall();
  await emulator.scenarios.start("refresh-answer-lost");

  expect((await visitor.open("/pages")).status).toBe(200);

  // What was stored is the pair that counts.
  await emulator.clock.advance("PT1H");
  expect((await visitor.open("/pages")).status).toBe(200);
  expect(await emulator.faults.list()).toEqual([]);
});

test("someone who disconnected the app is offered to connect again, and can", async () => {
  await connect();
  await emulator.scenarios.start("token-revoked-by-person");

  const refused = await visitor.open("/pages");

  expect(refused).toMatchObject({ status: 401, body: { problem: "not connected", connect: "/sign-in" } });
  await connect();
  expect((await visitor.open("/pages")).status).toBe(200);
});

test("a call too many waits for its turn", async () => {
  await connect();
  await emulator.scenarios.start("rate-limited");

  expect((await visitor.open("/pages")).status).toBe(200);

  expect(await emulator.faults.list()).toEqual([]);
});
