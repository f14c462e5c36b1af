import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { CLIENT, Emulator, REDIRECT_URI } from "./emulator.js";

const BASIC = `Basic ${Buffer.from(`${CLIENT.client_id}:${CLIENT.client_secret}`).toString("base64")}`;

let emulator;

before(async () => {
  emulator = await Emulator.start();
});
beforeEach(() => emulator.reset());
after(() => emulator?.stop());

/** A token request as OAuth libraries send it: a form, credentials in the header, no Notion-Version. */
async function form(parameters, headers = { authorization: BASIC }) {
  const response = await fetch(`${emulator.url}/v1/oauth/token`, {
    method: "POST",
    headers,
    body: new URLSearchParams(parameters),
  });
  return { status: response.status, body: await response.json() };
}

test("a form with credentials in the header gets a token, as Auth.js asks for it, and then the owner", async () => {
  const code = await emulator.code();

  const { status, body } = await form({ grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI });
  assert.equal(status, 200);

  const me = await fetch(`${emulator.url}/v1/users/me`, {
    headers: { authorization: `Bearer ${body.access_token}`, "notion-version": "2022-06-28" },
  });
  const { bot } = await me.json();
  assert.equal(bot.owner.user.person.email, "owner@example.com");
});

test("a form refreshes a token", async () => {
  const code = await emulator.code();
  const first = await form({ grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI });

  const second = await form({ grant_type: "refresh_token", refresh_token: first.body.refresh_token });

  assert.equal(second.status, 200);
  assert.equal(second.body.bot_id, first.body.bot_id);
});

test("credentials in the body alone are invalid_client, as there", async () => {
  const code = await emulator.code();

  const { status, body } = await form(
    { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI, ...CLIENT },
    {},
  );

  assert.equal(status, 401);
  assert.equal(body.error, "invalid_client");
});

test("credentials that a library encoded before joining them are understood", async () => {
  const encoded = [CLIENT.client_id, CLIENT.client_secret].map((part) =>
    part.replaceAll("-", "%2D").replaceAll("_", "%5F"),
  );
  const code = await emulator.code();

  const { status } = await form(
    { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI },
    { authorization: `Basic ${Buffer.from(encoded.join(":")).toString("base64")}` },
  );

  assert.equal(status, 200);
});

test("fields that nobody asked for are ignored", async () => {
  const code = await emulator.code();

  const { status } = await form({
    grant_type: "authorization_code",
    code,
    redirect_uri: REDIRECT_URI,
    state: "kept by the app",
  });

  assert.equal(status, 200);
});

test("a code that was asked for with PKCE needs its verifier", async () => {
  const code_verifier = randomBytes(32).toString("base64url");
  const code_challenge = createHash("sha256").update(code_verifier).digest("base64url");
  const code = await emulator.code({ code_challenge, code_challenge_method: "S256" });
  const request = { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI };

  const without = await form(request);
  const wrong = await form({ ...request, code_verifier: randomBytes(32).toString("base64url") });
  const right = await form({ ...request, code_verifier });

  assert.deepEqual([without.status, without.body.error], [400, "invalid_grant"]);
  assert.deepEqual([wrong.status, wrong.body.error], [400, "invalid_grant"]);
  assert.equal(right.status, 200);
});

test("a browser is sent to the page with what it was given, and a denial comes back with the state", async () => {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: CLIENT.client_id,
    redirect_uri: REDIRECT_URI,
    owner: "user",
    state: "ünïcode &?",
  });

  const response = await fetch(`${emulator.url}/v1/oauth/authorize?${query}`, { redirect: "manual" });
  assert.equal(response.status, 302);
  const page = new URL(response.headers.get("location"));
  assert.equal(page.pathname, "/install-integration");
  assert.deepEqual([...page.searchParams], [...query]);

  const denied = await emulator.control("authorize", { ...Object.fromEntries(query), decision: "deny" });
  assert.equal(denied.code, null);
  const target = new URL(denied.redirect_to);
  assert.deepEqual([...target.searchParams], [["error", "access_denied"], ["state", "ünïcode &?"]]);
});
