import assert from "node:assert/strict";
import { Emulator } from "../../distribution/src/test/node/emulator.js";
import { Suite } from "../harness/suite.js";
import { become, GRACE, openAs, OWNER } from "../pages/sign-in.js";

const suite = new Suite(() => Emulator.start());

suite.flow("somebody of the emulator's world signs in with one click and arrives where they wanted to go", async (person) => {
  await person.open("/developers");
  assert.equal(await person.heading(), "Who do you want to be?");
  await become(person, OWNER);

  assert.equal(new URL(person.tab.url()).pathname, "/developers");
  assert.match(await person.tab.getByRole("banner").innerText(), /Workspace Owner/);
});

suite.flow("signing out ends the session, and the way back asks again", async (person) => {
  await openAs(person, GRACE, "/developers");
  const cookies = await person.context.cookies();
  await person.press("Sign out");
  await person.open("/developers");
  assert.equal(await person.heading(), "Who do you want to be?");

  await person.context.addCookies(cookies);
  await person.open("/developers");
  assert.equal(await person.heading(), "Who do you want to be?");
});

suite.flow("signing in never leads to another site", async (person) => {
  for (const next of ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]) {
    await person.open(`/login?next=${encodeURIComponent(next)}`);
    await become(person, OWNER);
    assert.ok(person.tab.url().startsWith(`${person.server.url}/`), person.tab.url());
  }
});

suite.flow("the session's cookie is out of reach of scripts and of other sites", async (person) => {
  await openAs(person, OWNER, "/developers");

  for (const cookie of await person.context.cookies()) {
    assert.ok(cookie.httpOnly, cookie.name);
    assert.equal(cookie.sameSite, "Lax", cookie.name);
  }
});
