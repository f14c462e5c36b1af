import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { APIErrorCode, APIResponseError, Client, UnknownHTTPResponseError } from "@notionhq/client";
import { CLIENT, Emulator, REDIRECT_URI } from "./emulator.js";

let emulator;
let access_token;

before(async () => {
  emulator = await Emulator.start();
  access_token = await tokenWith(new Client({ baseUrl: emulator.url }));
});
after(() => emulator?.stop());

async function tokenWith(notion) {
  const code = await emulator.code();
  const token = await notion.oauth.token({
    ...CLIENT,
    grant_type: "authorization_code",
    code,
    redirect_uri: REDIRECT_URI,
  });
  return token.access_token;
}

function speaking(notionVersion) {
  return new Client({ baseUrl: emulator.url, notionVersion });
}

async function assertMissingVersion(promise, ending) {
  await assert.rejects(promise, (error) => {
    // The SDK does not list missing_version among its codes.
    assert.ok(UnknownHTTPResponseError.isUnknownHTTPResponseError(error), String(error));
    assert.equal(error.status, 400);
    const body = JSON.parse(error.body);
    assert.deepEqual(Object.keys(body), ["object", "status", "code", "message", "request_id"]);
    assert.equal(body.object, "error");
    assert.equal(body.status, 400);
    assert.equal(body.code, "missing_version");
    assert.ok(body.message.endsWith(ending), body.message);
    return true;
  });
}

for (const version of ["2021-08-16", "2022-02-22", "2022-06-28", "2025-09-03", "2026-03-11"]) {
  test(`users.me answers Notion-Version ${version}`, async () => {
    const me = await speaking(version).users.me({ auth: access_token });

    assert.equal(me.type, "bot");
  });
}

test("users.me refuses a version that never was, and enumerates those there are", async () => {
  await assertMissingVersion(
    speaking("2020-01-01").users.me({ auth: access_token }),
    'or `"2026-03-11"`, instead was `"2020-01-01"`.',
  );
});

test("users.me refuses an empty version", async () => {
  await assertMissingVersion(speaking("").users.me({ auth: access_token }), 'instead was `""`.');
});

test("users.me refuses a request without a version", async () => {
  const response = await fetch(`${emulator.url}/v1/users/me`, {
    headers: { authorization: `Bearer ${access_token}` },
  });

  assert.equal(response.status, 400);
  const { code, message } = await response.json();
  assert.equal(code, "missing_version");
  assert.equal(
    message,
    "Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`.",
  );
});

test("the token is looked at before the version", async () => {
  await assert.rejects(speaking("2020-01-01").users.me({ auth: "ntn_no_such_token" }), (error) => {
    assert.ok(APIResponseError.isAPIResponseError(error), String(error));
    assert.equal(error.code, APIErrorCode.Unauthorized);
    return true;
  });
});

test("the token endpoint takes any version", async () => {
  assert.match(await tokenWith(speaking("2020-01-01")), /^ntn_/);
});

test("an endpoint that is not there is invalid_request_url to the SDK", async () => {
  await assert.rejects(
    new Client({ baseUrl: emulator.url, auth: access_token }).request({ method: "get", path: "no/such/path" }),
    (error) => {
      assert.ok(APIResponseError.isAPIResponseError(error), String(error));
      assert.equal(error.status, 400);
      assert.equal(error.code, APIErrorCode.InvalidRequestURL);
      return true;
    },
  );
});
