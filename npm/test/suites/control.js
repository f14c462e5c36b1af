import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { EmulatorError, startEmulator } from "../installed.js";

describe("a running emulator", () => {
  let emulator;

  before(async () => {
    emulator = await startEmulator({ seed: 1 });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator?.stop());

  async function token(parameters) {
    const { code } = await emulator.authorize(parameters);
    const { client_id, client_secret, redirect_uris } = emulator.connection();
    return call("/v1/oauth/token", client_id, client_secret, {
      grant_type: "authorization_code",
      code,
      redirect_uri: redirect_uris[0],
    });
  }

  async function call(path, client_id, client_secret, body) {
    const response = await fetch(emulator.baseUrl + path, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, ...(await response.json()) };
  }

  test("authorize plays the default person for the first connection", async () => {
    const { status, owner } = await token();

    assert.equal(status, 200);
    assert.equal(owner.user.person.email, "owner@example.com");
  });

  test("authorize takes every parameter, and what the person answers", async () => {
    const { client_id } = emulator.connection("Read-only Reports");

    const { redirect_to, code } = await emulator.authorize({ client_id, state: "abc", person: "grace@example.com" });

    assert.equal(redirect_to, `http://localhost:4000/callback?code=${code}&state=abc`);
  });

  test("authorize takes the URL that an app sends a browser to", async () => {
    const url = `${emulator.connection().authorization_url}&state=abc`;

    const allowed = await emulator.authorize(url);
    const denied = await emulator.authorize(new URL(url), { decision: "deny" });

    assert.equal(allowed.redirect_to, `http://localhost:3000/auth/callback?code=${allowed.code}&state=abc`);
    assert.equal(denied.redirect_to, "http://localhost:3000/auth/callback?error=access_denied&state=abc");
    assert.equal(denied.code, null);
  });

  test("what the server refuses is an EmulatorError with its message", async () => {
    for (const [refused, message] of [
      [() => emulator.authorize({ client_id: "nobody" }), /client_id/],
      [() => emulator.revoke("nobody"), /^bot_id should be the bot_id of a token answer, a UUID$/],
      [() => emulator.clock.advance("ten minutes"), /^advance should be an ISO 8601 duration such as PT10M$/],
      [() => emulator.faults.add({ fault: { status: 418 } }), /^fault\.status should be one of /],
      [() => emulator.scenarios.start("meteor"), /^name should be one of refresh-answer-lost, /],
    ]) {
      await assert.rejects(refused, (error) => {
        assert.ok(error instanceof EmulatorError, error);
        assert.match(error.message, message);
        return true;
      });
    }
  });

  test("the clock moves, and a reset brings it back", async () => {
    assert.deepEqual(await emulator.clock.now(), { now: "2026-01-01T00:00:00Z", running: false });
    assert.equal((await emulator.clock.advance("PT10M")).now, "2026-01-01T00:10:00Z");
    assert.equal((await emulator.clock.set(new Date("2026-02-01T00:00:00Z"))).now, "2026-02-01T00:00:00Z");
    assert.equal((await emulator.clock.stop()).running, false);
    assert.equal((await emulator.clock.reset()).now, "2026-01-01T00:00:00Z");
  });

  test("a fault meets the next request, and no other", async () => {
    await emulator.faults.add({ match: { path: "/v1/oauth/token" }, fault: { status: 503 } });
    assert.equal((await emulator.faults.list()).length, 1);

    assert.equal((await token()).status, 503);

    assert.equal((await token()).status, 200);
    assert.deepEqual(await emulator.faults.list(), []);
  });

  test("faults are taken back", async () => {
    await emulator.faults.add({ fault: { drop: "before" } });

    await emulator.faults.clear();

    assert.deepEqual(await emulator.faults.list(), []);
  });

  test("a scenario is brought about for the first connection, or for the one that is named", async () => {
    const names = (await emulator.scenarios.list()).map(({ name }) => name);
    const { client_id } = emulator.connection("Meeting Notes");

    assert.ok(names.includes("code-expired"), names);
    assert.equal((await emulator.scenarios.start("slow", client_id)).client_id, client_id);
    await emulator.scenarios.start("code-expired");
    assert.equal((await token()).error, "invalid_grant");
  });

  test("a person disconnects the connection", async () => {
    const { bot_id } = await token();

    assert.deepEqual(await emulator.revoke(bot_id), { ended_authorizations: 1 });
  });

  test("the requests so far can be listed, narrowed and forgotten", async () => {
    await token();
    const { client_id } = emulator.connection();

    const [request] = await emulator.requests({ path: "/v1/oauth/token", clientId: client_id });
    assert.equal(request.status, 200);
    assert.deepEqual(await emulator.requests({ since: request.id }), []);

    await emulator.clearRequests();
    assert.deepEqual(await emulator.requests(), []);
  });
});
