import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { APIErrorCode, APIResponseError, Client, UnknownHTTPResponseError } from "@notionhq/client";
import { CLIENT, Emulator, OTHER_CLIENT, OTHER_REDIRECT_URI, REDIRECT_URI } from "./emulator.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let emulator;
let notion;

before(async () => {
  emulator = await Emulator.start("--seed", "1");
  notion = new Client({ baseUrl: emulator.url });
});
beforeEach(() => emulator.reset());
after(() => emulator?.stop());

async function exchange() {
  const code = await emulator.code();
  return notion.oauth.token({ ...CLIENT, grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI });
}

function refresh(refresh_token) {
  return notion.oauth.token({ ...CLIENT, grant_type: "refresh_token", refresh_token });
}

async function isAlive(access_token) {
  const { active } = await notion.oauth.introspect({ ...CLIENT, token: access_token });
  return active;
}

async function assertInvalidGrant(promise) {
  await assert.rejects(promise, (error) => {
    assert.ok(UnknownHTTPResponseError.isUnknownHTTPResponseError(error), String(error));
    assert.equal(error.status, 400);
    assert.equal(JSON.parse(error.body).error, "invalid_grant");
    return true;
  });
}

async function assertUnauthorized(access_token) {
  await assert.rejects(notion.users.me({ auth: access_token }), (error) => {
    assert.ok(APIResponseError.isAPIResponseError(error), String(error));
    assert.equal(error.status, 401);
    assert.equal(error.code, APIErrorCode.Unauthorized);
    assert.equal(error.message, "API token is invalid.");
    assert.match(error.request_id, UUID_V4);
    return true;
  });
}

test("a code becomes a token answer with every field of the schema, in its order", async () => {
  const token = await exchange();

  assert.deepEqual(Object.keys(token), [
    "access_token",
    "token_type",
    "refresh_token",
    "bot_id",
    "workspace_icon",
    "workspace_name",
    "workspace_id",
    "owner",
    "duplicated_template_id",
    "request_id",
  ]);
  assert.match(token.access_token, /^ntn_[0-9]{11}[A-Za-z0-9]{35}$/);
  assert.match(token.refresh_token, /^nrt_[0-9]{11}[A-Za-z0-9]{35}$/);
  assert.equal(token.token_type, "bearer");
  assert.match(token.bot_id, UUID);
  assert.equal(token.workspace_name, "Example Workspace");
  assert.equal(token.workspace_icon, "🚲");
  assert.equal(token.workspace_id, "17ab3186-873d-418f-b899-c3f6a43f68de");
  assert.equal(token.duplicated_template_id, null);
  assert.match(token.request_id, UUID_V4);
  assert.deepEqual(token.owner, {
    type: "user",
    user: {
      object: "user",
      id: "3ceaaf30-8142-48ea-91d9-3080f9b439fc",
      name: "Workspace Owner",
      avatar_url: null,
      type: "person",
      person: { email: "owner@example.com", email_verified: true },
    },
  });
});

test("users.me is the bot of the token answer", async () => {
  const token = await exchange();

  const me = await notion.users.me({ auth: token.access_token });

  assert.equal(me.object, "user");
  assert.equal(me.type, "bot");
  assert.equal(me.id, token.bot_id);
  assert.equal(me.name, "Example Connection");
  assert.deepEqual(me.bot.owner, token.owner);
  assert.equal(me.bot.workspace_name, token.workspace_name);
  assert.equal(me.bot.workspace_id, token.workspace_id);
});

test("a client that takes its token once, as auth, reaches users.me too", async () => {
  const token = await exchange();

  const me = await new Client({ baseUrl: emulator.url, auth: token.access_token }).users.me({});

  assert.equal(me.id, token.bot_id);
});

test("introspection of either live token says active, the scope and when it was issued in milliseconds", async () => {
  const token = await exchange();
  await emulator.advance("PT1H");

  for (const presented of [token.access_token, token.refresh_token]) {
    const seen = await notion.oauth.introspect({ ...CLIENT, token: presented });
    assert.deepEqual(Object.keys(seen), ["active", "scope", "iat", "request_id"]);
    assert.equal(seen.active, true);
    assert.equal(
      seen.scope,
      "read_content insert_content update_content read_comments insert_comments" +
        " read_user_with_email read_user_without_email",
    );
    assert.equal(seen.iat, Date.parse("2026-01-01T00:00:00Z"));
  }
});

test("a refresh gives a new pair of the same bot, and the new access token works", async () => {
  const first = await exchange();

  const second = await refresh(first.refresh_token);

  assert.notEqual(second.access_token, first.access_token);
  assert.notEqual(second.refresh_token, first.refresh_token);
  assert.deepEqual(Object.keys(second), Object.keys(first));
  assert.equal(second.bot_id, first.bot_id);
  const me = await notion.users.me({ auth: second.access_token });
  assert.equal(me.id, first.bot_id);
});

test("a refresh whose answer was lost is repeated within the grace and gives the very same pair", async () => {
  const first = await exchange();
  const lost = await refresh(first.refresh_token);

  await emulator.advance("PT59.999S");
  const repeated = await refresh(first.refresh_token);

  assert.equal(repeated.access_token, lost.access_token);
  assert.equal(repeated.refresh_token, lost.refresh_token);
  assert.ok(await isAlive(repeated.access_token));
});

test("five refreshes with one token at the same time give one pair", async () => {
  const first = await exchange();

  const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(first.refresh_token)));

  assert.equal(new Set(answers.map((answer) => answer.access_token)).size, 1);
  assert.equal(new Set(answers.map((answer) => answer.refresh_token)).size, 1);
});

test("the previous access token works within the grace and is over after it", async () => {
  const first = await exchange();
  await refresh(first.refresh_token);

  await emulator.advance("PT59.999S");
  assert.equal((await notion.users.me({ auth: first.access_token })).id, first.bot_id);

  await emulator.advance("PT0.001S");
  await assertUnauthorized(first.access_token);
});

test("a replaced refresh token after the grace is refused and ends the whole authorization", async () => {
  const first = await exchange();
  const second = await refresh(first.refresh_token);

  await emulator.advance("PT60S");
  await assertInvalidGrant(refresh(first.refresh_token));

  await assertUnauthorized(second.access_token);
  await assertInvalidGrant(refresh(second.refresh_token));
  assert.equal(await isAlive(second.access_token), false);
});

test("after a revocation both tokens are dead, and introspection says no more than that", async () => {
  const token = await exchange();

  const revoked = await notion.oauth.revoke({ ...CLIENT, token: token.access_token });

  assert.deepEqual(Object.keys(revoked), ["request_id"]);
  await assertUnauthorized(token.access_token);
  await assertInvalidGrant(refresh(token.refresh_token));
  const seen = await notion.oauth.introspect({ ...CLIENT, token: token.access_token });
  assert.deepEqual(Object.keys(seen), ["active", "request_id"]);
  assert.equal(seen.active, false);
});

test("the refresh token revokes the authorization as well", async () => {
  const token = await exchange();

  await notion.oauth.revoke({ ...CLIENT, token: token.refresh_token });

  await assertUnauthorized(token.access_token);
});

test("a revocation leaves the bot's other authorizations alive", async () => {
  const one = await exchange();
  const other = await exchange();
  assert.equal(one.bot_id, other.bot_id);

  await notion.oauth.revoke({ ...CLIENT, token: one.access_token });

  await assertUnauthorized(one.access_token);
  assert.ok(await isAlive(other.access_token));
});

test("a revocation of an unknown token, or by another connection, answers as ever and ends nothing", async () => {
  const token = await exchange();

  await notion.oauth.revoke({ ...CLIENT, token: "ntn_no_such_token" });
  await notion.oauth.revoke({ ...OTHER_CLIENT, token: token.access_token });

  assert.ok(await isAlive(token.access_token));
});

test("a person who disconnects the connection ends all its tokens", async () => {
  const one = await exchange();
  const other = await exchange();

  await emulator.control("revoke", { bot_id: one.bot_id });

  await assertUnauthorized(one.access_token);
  await assertUnauthorized(other.access_token);
});

test("a connection that may not see email addresses gets an owner without one", async () => {
  const code = await emulator.code({ client_id: OTHER_CLIENT.client_id, redirect_uri: OTHER_REDIRECT_URI });

  const token = await notion.oauth.token({
    ...OTHER_CLIENT,
    grant_type: "authorization_code",
    code,
    redirect_uri: OTHER_REDIRECT_URI,
  });

  assert.equal(token.owner.user.name, "Workspace Owner");
  assert.deepEqual(token.owner.user.person, {});
  const { scope } = await notion.oauth.introspect({ ...OTHER_CLIENT, token: token.access_token });
  assert.equal(scope, "read_content read_user_without_email");
});

test("the template that a person chooses is copied, and its id is in the first answer alone", async () => {
  const template = {
    client_id: "475d779c-2396-4c52-a970-e819ae6f8f35",
    client_secret: "secret_for_tests_only_d393c5f96e75c454",
  };
  const redirect_uri = "http://localhost:5000/oauth/callback";
  const code = await emulator.code({ client_id: template.client_id, redirect_uri, duplicate_template: true });

  const token = await notion.oauth.token({ ...template, grant_type: "authorization_code", code, redirect_uri });
  const next = await notion.oauth.token({
    ...template,
    grant_type: "refresh_token",
    refresh_token: token.refresh_token,
  });

  assert.match(token.duplicated_template_id, UUID);
  assert.equal(next.duplicated_template_id, null);
});
