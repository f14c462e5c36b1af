import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  APIErrorCode,
  APIResponseError,
  Client,
  collectPaginatedAPI,
  isFullPage,
  isFullUser,
  iteratePaginatedAPI,
} from "@notionhq/client";
import { CLIENT, Emulator, OTHER_CLIENT, OTHER_REDIRECT_URI, REDIRECT_URI } from "./emulator.js";

const ENGINEERING = "b55c9c91-384d-452b-81db-d1ef79372b75";
const RUNBOOKS = "6301bbfc-a0c5-454e-8ff9-bb510944fe0c";
const GRACE = "9dfb369b-ab13-4fae-a276-55daa05f1119";

let emulator;

before(async () => {
  emulator = await Emulator.start();
});
beforeEach(() => emulator.reset());
after(() => emulator?.stop());

/** The SDK with the token of a bot with which these pages are shared. */
async function connected(pages, options = {}) {
  const notion = new Client({ baseUrl: emulator.url });
  const code = await emulator.code({ pages });
  const { access_token } = await notion.oauth.token({
    ...CLIENT,
    grant_type: "authorization_code",
    code,
    redirect_uri: REDIRECT_URI,
  });
  return new Client({ baseUrl: emulator.url, auth: access_token, ...options });
}

async function assertRefused(promise, status, code, message) {
  await assert.rejects(promise, (error) => {
    assert.ok(APIResponseError.isAPIResponseError(error), String(error));
    assert.equal(error.status, status);
    assert.equal(error.code, code);
    assert.match(error.message, message);
    return true;
  });
}

function titleOf(page) {
  return page.properties.title.title.map((text) => text.plain_text).join("");
}

test("users.list gives people and bots, and the SDK takes each for a full user", async () => {
  const notion = await connected([RUNBOOKS]);

  const list = await notion.users.list({});

  assert.deepEqual(
    list.results.map((user) => user.type),
    ["person", "bot", "person"],
  );
  assert.ok(list.results.every(isFullUser));
  assert.equal(list.has_more, false);
  assert.equal(list.next_cursor, null);
});

test("users.retrieve gives a person", async () => {
  const notion = await connected([RUNBOOKS]);

  const grace = await notion.users.retrieve({ user_id: GRACE });

  assert.equal(grace.name, "Grace Miller");
  assert.deepEqual(grace.person, { email: "grace@example.com", email_verified: true });
});

test("users are read one by one with iteratePaginatedAPI", async () => {
  const notion = await connected([RUNBOOKS]);

  const names = [];
  for await (const user of iteratePaginatedAPI(notion.users.list, { page_size: 1 })) {
    names.push(user.name);
  }

  assert.deepEqual(names, ["Workspace Owner", "Example Connection", "Grace Miller"]);
});

test("search without anything gives all that is shared, as full pages", async () => {
  const notion = await connected([ENGINEERING]);

  const found = await notion.search({});

  assert.deepEqual(found.results.map(titleOf), [
    "Engineering",
    "Runbooks",
    "Restore a backup",
    "Rotate a signing key",
    "Decisions",
  ]);
  assert.ok(found.results.every(isFullPage));
});

test("search takes a query, a filter and a sort", async () => {
  const notion = await connected([ENGINEERING]);

  const found = await notion.search({
    query: "ROTATE",
    filter: { property: "object", value: "page" },
    sort: { timestamp: "last_edited_time", direction: "ascending" },
  });
  const dataSources = await notion.search({ filter: { property: "object", value: "data_source" } });

  assert.deepEqual(found.results.map(titleOf), ["Rotate a signing key"]);
  assert.deepEqual(dataSources.results, []);
});

test("all that a search finds is collected with collectPaginatedAPI", async () => {
  const notion = await connected([ENGINEERING]);

  const pages = await collectPaginatedAPI(notion.search, { page_size: 2 });

  assert.equal(pages.length, 5);
  assert.equal(new Set(pages.map((page) => page.id)).size, 5);
});

test("pages.retrieve gives a page that is shared, or lies below one", async () => {
  const notion = await connected([ENGINEERING]);

  const page = await notion.pages.retrieve({ page_id: RUNBOOKS });

  assert.ok(isFullPage(page));
  assert.equal(titleOf(page), "Runbooks");
  assert.deepEqual(page.parent, { type: "page_id", page_id: ENGINEERING });
  assert.equal(page.url, `https://app.notion.com/p/Runbooks-${RUNBOOKS.replaceAll("-", "")}`);
});

test("a page that is not shared is not found, and the error names the bot", async () => {
  const notion = await connected([RUNBOOKS]);
  const me = await notion.users.me({});

  await assert.rejects(notion.pages.retrieve({ page_id: ENGINEERING }), (error) => {
    assert.ok(APIResponseError.isAPIResponseError(error), String(error));
    assert.equal(error.code, APIErrorCode.ObjectNotFound);
    assert.match(error.message, /Could not find page with ID: b55c9c91-384d-452b-81db-d1ef79372b75\./);
    assert.equal(JSON.parse(error.body).additional_data.integration_id, me.id);
    return true;
  });
});

test("a value that is not as it should be is a validation error in the API's words", async () => {
  const notion = await connected([RUNBOOKS]);

  await assertRefused(notion.pages.retrieve({ page_id: "no id" }), 400, APIErrorCode.ValidationError, /path\.page_id/);
  await assertRefused(
    notion.search({ page_size: 101 }),
    400,
    APIErrorCode.ValidationError,
    /^body failed validation: body\.page_size should be ≤ `100`, instead was `101`\.$/,
  );
});

test("a connection that sees no email gets people without one", async () => {
  const notion = new Client({ baseUrl: emulator.url });
  const code = await emulator.code({ client_id: OTHER_CLIENT.client_id, redirect_uri: OTHER_REDIRECT_URI });
  const { access_token } = await notion.oauth.token({
    ...OTHER_CLIENT,
    grant_type: "authorization_code",
    code,
    redirect_uri: OTHER_REDIRECT_URI,
  });

  const grace = await notion.users.retrieve({ auth: access_token, user_id: GRACE });

  assert.deepEqual(grace.person, {});
});

test("in the version of today a page has no archived", async () => {
  const notion = await connected([ENGINEERING], { notionVersion: "2026-03-11" });

  const page = await notion.pages.retrieve({ page_id: RUNBOOKS });

  assert.equal("archived" in page, false);
  assert.equal(page.in_trash, false);
});
