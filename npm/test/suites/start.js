import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { EmulatorError, failWithoutJdk, script, startEmulator } from "../installed.js";

const SMALL_WORLD = {
  people: [{ email: "ada@example.com" }],
  workspaces: [{ name: "Small", members: ["ada@example.com"], pages: [{ title: "Plans" }] }],
  connections: [{ name: "Own App", redirect_uris: ["http://localhost:3000/callback"] }],
};

/** Starts an emulator for a while. */
async function withEmulator(options, use) {
  const emulator = await startEmulator(options);
  try {
    return await use(emulator);
  } finally {
    await emulator.stop();
  }
}

async function refusal(options) {
  const error = await startEmulator(options).then(
    () => assert.fail("it started"),
    (thrown) => thrown,
  );
  assert.ok(error instanceof EmulatorError, error);
  return error.message;
}

test("without options it starts with the built-in world, on a port of its own", () =>
  withEmulator({}, async (emulator) => {
    assert.match(emulator.baseUrl, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await fetch(`${emulator.baseUrl}/health`)).status, 200);
    assert.equal(emulator.world.workspaces[0].name, "Example Workspace");
    assert.equal(emulator.connection().client_secret, "secret_for_tests_only_0123456789abcdef");
    assert.equal(emulator.connection("Read-only Reports").redirect_uris[0], "http://localhost:4000/callback");
    assert.equal(emulator.connection(emulator.connection().client_id), emulator.connection());

    const port = Number(new URL(emulator.baseUrl).port);
    assert.match(await refusal({ port }), new RegExp(`keywright: port ${port} of 127.0.0.1 cannot be listened on`));
  }));

test("a world can be an object, of which the server fills in the rest", () =>
  withEmulator({ world: SMALL_WORLD }, (emulator) => {
    assert.equal(emulator.world.workspaces[0].name, "Small");
    assert.match(emulator.connection("Own App").client_secret, /^\S{32,}$/);
    assert.throws(() => emulator.connection("Other App"), {
      name: "EmulatorError",
      message: "no connection of this world is called Other App; there are: Own App",
    });
  }));

test("what is wrong with a world is said in the server's words, and its temporary file is gone", async () => {
  const message = await refusal({ world: { ...SMALL_WORLD, people: [{ emial: "ada@example.com" }] } });

  const [, file, sentence] = /^the emulator did not start:\nkeywright: (\S+) line \d+: (.*)$/.exec(message);
  assert.equal(sentence, "people[0].emial is not a known field; the nearest known one is email");
  assert.equal(existsSync(file), false);
});

test("what is wrong with an option is said in the server's words", async () => {
  assert.match(await refusal({ port: 65536 }), /keywright: port \(flag --port\) should be a whole number/);
});

test("an option that there is not is refused by name", async () => {
  const message = await refusal({ wrold: "world.yaml" });

  assert.match(message, /^wrold is not an option of startEmulator, which takes world, /);
});

test("with one seed, two emulators give the same code for one world file, by its path or its URL", async () => {
  const path = await script("world.yaml", JSON.stringify(SMALL_WORLD));

  const codes = [];
  for (const world of [path, pathToFileURL(path)]) {
    await withEmulator({ seed: 7, world }, async (emulator) => {
      assert.equal(emulator.connection().name, "Own App");
      codes.push((await emulator.authorize()).code);
    });
  }

  assert.equal(codes[0], codes[1]);
});

test("the dialect, the public URL and automatic approval are the server's", () =>
  withEmulator({ dialect: "standard", publicUrl: "http://login.localhost", autoApprove: true }, async (emulator) => {
    const metadata = await fetch(`${emulator.baseUrl}/.well-known/oauth-authorization-server`);
    assert.equal((await metadata.json()).issuer, "http://login.localhost");

    const url = emulator.connection().authorization_url;
    assert.ok(url.startsWith("http://login.localhost/v1/oauth/authorize?"), url);
    const page = await fetch(url.replace("http://login.localhost", emulator.baseUrl), { redirect: "manual" });
    assert.equal(page.status, 302);
    assert.match(page.headers.get("location"), /^http:\/\/localhost:3000\/auth\/callback\?code=/);
  }));

test("without a JDK the test fails with one sentence that says what to do", async () => {
  await script("without-jdk.js", 'import { startEmulator } from "keywright";\nawait startEmulator();\n');

  const { stderr } = await failWithoutJdk(`${process.execPath} without-jdk.js`);

  assert.match(stderr, /EmulatorError: no JDK 25 or later was found in JAVA_HOME,.* or set JAVA_HOME to it$/m);
});
