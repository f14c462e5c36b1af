import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Program } from "../../distribution/src/test/node/program.js";
import { WITH_SCRIPT } from "../harness/person.js";
import { Suite } from "../harness/suite.js";
import { Console } from "../pages/console.js";
import { follow, signIn } from "../pages/one-time-link.js";

const PASSWORD = "correct horse battery";

/** `keywright serve` on an empty folder, with its first admin. */
class Server extends Program {
  #folder;
  #people = 0;

  static async start() {
    const folder = await mkdtemp(join(tmpdir(), "keywright-browser-"));
    const server = await this.run("serve", "--data", join(folder, "data"), "--keys", join(folder, "keys"));
    server.#folder = folder;
    return server;
  }

  /** The link that is printed as long as there is no admin. */
  setupLink() {
    return /http\S+\/setup#\S+/.exec(this.said)[0];
  }

  /** An email address that nobody has yet. */
  address() {
    return `person-${++this.#people}@example.com`;
  }

  async stop() {
    await super.stop();
    await rm(this.#folder, { recursive: true });
  }
}

const suite = new Suite(() => Server.start());
const ADMIN = "ada@example.com";

async function setUp(person) {
  await follow(person, suite.server.setupLink());
  await person.fill("Your name", "Ada");
  await person.fill("Email", ADMIN);
  await person.fill("Password", PASSWORD);
  await person.fill("First workspace", "Home");
  await person.press("Create admin");
}

// The first flow makes the admin that the others need.
suite.flowAs(WITH_SCRIPT, "the first admin is made by the link that the server prints", async (person) => {
  await setUp(person);
  await person.open("/people");

  assert.match(await person.text(), /Ada/);
});

suite.flow("the link of the first admin works once", async (person) => {
  await setUp(person);

  assert.match(await person.text(), /does not hold/);
});

suite.flow("a wrong password and an unknown address get the same answer", async (person) => {
  const answers = [];
  for (const [email, password] of [[ADMIN, "not the password"], ["nobody@example.com", PASSWORD]]) {
    await signIn(person, email, password);
    answers.push((await person.text()).replace(email, ""));
  }
  assert.match(answers[0], /Email or password is wrong/);
  assert.equal(answers[0], answers[1]);
});

suite.flow("somebody who is invited chooses a password, signs in with it, and is out when deactivated", async (person) => {
  const email = suite.server.address();
  const guest = await suite.person(person.variant);
  await signIn(person, ADMIN, PASSWORD, "/people");
  await person.fill("Email", email);
  await person.fill("Name", "Guest");
  await person.press("Add person");
  const link = await person.value("One-time link");
  await person.followLink("Show Guest");

  await follow(guest, link);
  await guest.fill("Password", PASSWORD);
  await guest.press("Save and sign in");
  await guest.open("/connections");
  assert.equal(await guest.heading(), "My connections");
  await guest.press("Sign out");
  await signIn(guest, email, PASSWORD, "/connections");
  assert.equal(await guest.heading(), "My connections");

  await person.press("Deactivate Guest");
  await guest.open("/connections");
  assert.equal(await guest.heading(), "Sign in");
  await signIn(guest, email, PASSWORD, "/connections");
  assert.match(await guest.text(), /Email or password is wrong/);
  guest.leave();
  await guest.context.close();
});

suite.flow("a secret is shown once", async (person) => {
  await signIn(person, ADMIN, PASSWORD, "/developers");
  const { client_secret } = await new Console(person).register("Weekly Review", "https://app.example/callback");
  assert.ok(client_secret.length >= 32);
  await person.followLink("I have kept it");

  assert.ok(!(await person.tab.content()).includes(client_secret));
});

suite.flow("plain http is refused for a redirect URI that does not stay on this machine", async (person) => {
  await signIn(person, ADMIN, PASSWORD, "/developers");
  await person.followLink("New connection");
  await person.fill("Redirect URI", "http://app.example/callback");
  await person.fill("Name", "Weekly Review");
  await person.press("Register it and get a secret");

  assert.match(await person.text(), /https/);
});

suite.flow("who guesses passwords has to wait", async (person) => {
  const email = suite.server.address();
  let guesses = 0;
  do {
    await signIn(person, email, `guess ${++guesses}`);
  } while (guesses < 20 && !/Too many attempts/.test(await person.text()));

  assert.ok(guesses > 2 && guesses < 20, `${guesses} guesses`);
});
