import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { Client, ClientErrorCode, UnknownHTTPResponseError } from "@notionhq/client";
import { CLIENT, Emulator, OTHER_CLIENT, REDIRECT_URI } from "./emulator.js";

let emulator;
let notion;

before(async () => {
  emulator = await Emulator.start("--seed", "1");
  notion = new Client({ baseUrl: emulator.url });
});
beforeEach(() => emulator.reset());
after(() => emulator?.stop());

function exchange(code, changes = {}) {
  return notion.oauth.token({
    ...CLIENT,
    grant_type: "authorization_code",
    code,
    redirect_uri: REDIRECT_URI,
    ...changes,
  });
}

/** The SDK knows no OAuth error by its code, so it reports the status and keeps body, headers and request id. */
async function assertRefused(promise, status, error) {
  let caught;
  await assert.rejects(promise, (thrown) => {
    caught = thrown;
    return true;
  });
  assert.ok(UnknownHTTPResponseError.isUnknownHTTPResponseError(caught), String(caught));
  assert.equal(caught.code, ClientErrorCode.ResponseError);
  assert.equal(caught.status, status);
  const body = JSON.parse(caught.body);
  assert.deepEqual(Object.keys(body), ["error", "request_id"]);
  assert.equal(body.error, error);
  assert.equal(caught.request_id, body.request_id);
  assert.equal(caught.headers.get("content-type"), "application/json; charset=utf-8");
  assert.equal(caught.headers.get("cache-control"), "no-store");
  return caught;
}

test("a wrong secret is 401 invalid_client with a challenge, and the SDK keeps the body", async () => {
  const error = await assertRefused(
    exchange(await emulator.code(), { client_secret: "not the secret" }),
    401,
    "invalid_client",
  );

  assert.equal(error.headers.get("www-authenticate"), 'Basic realm="OAuth"');
});

test("an unknown client is refused as a wrong secret is", async () => {
  const code = await emulator.code();

  await assertRefused(
    exchange(code, { client_id: "00000000-0000-4000-8000-000000000000" }),
    401,
    "invalid_client",
  );
});

test("a bearer token does not authenticate a client", async () => {
  const { access_token } = await exchange(await emulator.code());

  await assertRefused(
    notion.request({ method: "post", path: "oauth/introspect", auth: access_token, body: { token: access_token } }),
    401,
    "invalid_client",
  );
});

test("a used code is refused and ends the tokens that it had become", async () => {
  const code = await emulator.code();
  const { access_token } = await exchange(code);

  await assertRefused(exchange(code), 400, "invalid_grant");

  const { active } = await notion.oauth.introspect({ ...CLIENT, token: access_token });
  assert.equal(active, false);
});

test("a code is good for ten minutes and not a moment longer", async () => {
  const [inTime, tooLate] = [await emulator.code(), await emulator.code()];

  await emulator.advance("PT9M59.999S");
  await exchange(inTime);

  await emulator.advance("PT0.001S");
  await assertRefused(exchange(tooLate), 400, "invalid_grant");
});

test("a code of another connection is refused and stays good for its own", async () => {
  const code = await emulator.code();

  await assertRefused(exchange(code, OTHER_CLIENT), 400, "invalid_grant");

  assert.ok(await exchange(code));
});

test("what is no code is invalid_grant", async () => {
  await assertRefused(exchange("no-such-code"), 400, "invalid_grant");
  await assertRefused(exchange("bd7c16b0-68fb-4eff-a112-3362ae87b1dc"), 400, "invalid_grant");
});

test("a redirect_uri that is missing is invalid_request, and the code stays good", async () => {
  const code = await emulator.code();

  await assertRefused(exchange(code, { redirect_uri: undefined }), 400, "invalid_request");

  assert.ok(await exchange(code));
});

test("a redirect_uri that differs is invalid_grant, and the code stays good", async () => {
  const code = await emulator.code();

  await assertRefused(exchange(code, { redirect_uri: `${REDIRECT_URI}/` }), 400, "invalid_grant");

  assert.ok(await exchange(code));
});

test("a missing code is invalid_request", async () => {
  await assertRefused(exchange(undefined), 400, "invalid_request");
});

test("another grant type is unsupported_grant_type", async () => {
  await assertRefused(
    notion.oauth.token({ ...CLIENT, grant_type: "client_credentials" }),
    400,
    "unsupported_grant_type",
  );
});

test("an access token is no refresh token", async () => {
  const { access_token } = await exchange(await emulator.code());

  await assertRefused(
    notion.oauth.token({ ...CLIENT, grant_type: "refresh_token", refresh_token: access_token }),
    400,
    "invalid_grant",
  );
});

test("an unknown token and a token of another connection are inactive, and nothing more is said", async () => {
  const { access_token } = await exchange(await emulator.code());

  const unknown = await notion.oauth.introspect({ ...CLIENT, token: "ntn_no_such_token" });
  const foreign = await notion.oauth.introspect({ ...OTHER_CLIENT, token: access_token });

  for (const seen of [unknown, foreign]) {
    assert.deepEqual(Object.keys(seen), ["active", "request_id"]);
    assert.equal(seen.active, false);
  }
});
