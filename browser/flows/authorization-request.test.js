import assert from "node:assert/strict";
import { Emulator, CLIENT, REDIRECT_URI } from "../../distribution/src/test/node/emulator.js";
import { authorizationPath } from "../pages/authorization.js";
import { openAs, OWNER } from "../pages/sign-in.js";
import { Suite } from "../harness/suite.js";

const suite = new Suite(() => Emulator.start());

const REFUSED = [
  ["an unknown client id", { client_id: "00000000-0000-4000-8000-000000000000" }, /client_id/],
  ["a redirect URI that is not registered", { redirect_uri: "https://evil.example/callback" }, /redirect_uri/],
  ["no redirect URI though several are registered", { redirect_uri: undefined }, /redirect_uri/],
];

for (const [mistake, parameters, named] of REFUSED) {
  suite.flow(`a link with ${mistake} leads to a page that names it, and not to an app`, async (person) => {
    const response = await person.open(authorizationPath(parameters));

    assert.equal(response.status(), 400);
    assert.ok(person.tab.url().startsWith(person.server.url));
    assert.equal(await person.heading(), "Something went wrong");
    assert.match(await person.text(), named);
  });
}

suite.flow("a redirect URI with markup in it is shown as text", async (person) => {
  await person.open(authorizationPath({ redirect_uri: "https://evil.example/<script>alert(1)</script>" }));

  assert.match(await person.text(), /<script>alert\(1\)<\/script>/);
});

suite.flow("a link with a wrong response type returns to the app with an error", async (person) => {
  await person.open(authorizationPath({ response_type: "token", state: "s-1" }));

  const returned = new URL(person.tab.url());
  assert.equal(returned.origin + returned.pathname, REDIRECT_URI);
  assert.deepEqual(Object.fromEntries(returned.searchParams), { error: "unsupported_response_type", state: "s-1" });
});

suite.flow("a correct link leads to the page that names the app", async (person) => {
  await openAs(person, OWNER, authorizationPath(CLIENT));

  assert.match(new URL(person.tab.url()).pathname, /^\/install-integration\//);
  assert.match(await person.heading(), /Example Connection/);
});
