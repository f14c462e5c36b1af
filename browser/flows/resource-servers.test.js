import assert from "node:assert/strict";
import { beforeEach } from "node:test";
import { Emulator } from "../../distribution/src/test/node/emulator.js";
import { WITH_SCRIPT } from "../harness/person.js";
import { Suite } from "../harness/suite.js";
import { GRACE, openAs, OWNER } from "../pages/sign-in.js";

const suite = new Suite(() => Emulator.start());

beforeEach(() => suite.server.reset());

/** What the introspection endpoint answers to these credentials. */
async function introspect({ id, secret }) {
  const response = await fetch(`${suite.server.url}/v1/oauth/introspect`, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ token: "ntn_x" }),
  });
  return response.json();
}

/** Makes one, from the list; answers with the credentials that the next page shows. */
async function make(person, name) {
  await person.fill("Name", name);
  await person.press("Make it and get a secret");
  return { id: await person.value("Id"), secret: await person.value("Secret") };
}

suite.flow("an admin makes a resource server, is shown its secret once, and deletes it", async (person) => {
  await openAs(person, OWNER, "/developers");
  await person.followLink("Resource servers");
  assert.match(await person.text(), /There is none yet/);

  const credentials = await make(person, "Invoices");
  assert.equal(await person.heading(), "Invoices is registered");
  assert.match(await person.text(), new RegExp(`curl -u "${credentials.id}:\\$SECRET"`));
  assert.equal((await introspect(credentials)).active, false);

  await person.followLink("I have kept it");
  assert.match(await person.text(), /Invoices[^]*Last used in the last hour/);
  assert.ok(!(await person.tab.content()).includes(credentials.secret));

  await person.followLink("Delete Invoices");
  assert.equal(await person.heading(), "Delete Invoices?");
  assert.match(await person.text(), /can no longer tell a good token from a bad one/);
  await person.press("Delete it for good");

  assert.match(await person.text(), /The resource server was deleted[^]*There is none yet/);
  assert.equal((await introspect(credentials)).error, "invalid_client");
});

suite.flow("a name that is taken is said so beside it, and what was typed stays", async (person) => {
  await openAs(person, OWNER, "/developers/resource-servers");
  await make(person, "Invoices");
  await person.followLink("I have kept it");
  await person.fill("Name", "Invoices");
  await person.press("Make it and get a secret");

  assert.match(await person.text(), /There is a resource server of this name already/);
  assert.equal(await person.value("Name"), "Invoices");
});

suite.flowAs(WITH_SCRIPT, "the secret is copied by one press", async (person) => {
  await person.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openAs(person, OWNER, "/developers/resource-servers");
  const { secret } = await make(person, "Invoices");
  await person.tab.getByRole("button", { name: "Copy Secret" }).click();

  assert.equal(await person.tab.evaluate(() => navigator.clipboard.readText()), secret);
});

suite.flow("whoever is no admin finds no way there", async (person) => {
  await openAs(person, GRACE, "/developers");
  assert.equal(await person.tab.getByRole("link", { name: "Resource servers" }).count(), 0);

  const response = await person.open("/developers/resource-servers");
  assert.equal(response.status(), 403);
});
