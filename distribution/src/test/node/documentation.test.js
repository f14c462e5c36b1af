import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Emulator } from "./emulator.js";

const REPOSITORY = new URL("../../../../", import.meta.url);
const EXAMPLE = new URL("docs/examples/first-token/", REPOSITORY);

let emulator;

before(async () => {
  emulator = await Emulator.start();
});
after(() => emulator?.stop());

function read(path, base = REPOSITORY) {
  return readFile(new URL(path, base), "utf8");
}

function snippets(guide) {
  return [...guide.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);
}

function printedCurl() {
  const curl = emulator.said.split("\n").find((line) => line.startsWith("curl "));
  assert.ok(curl, emulator.said);
  return curl;
}

/** Node looks for the SDK in the folders above a script, so the example runs as a copy below this folder's. */
async function run(script) {
  const folder = await mkdtemp(fileURLToPath(new URL("node_modules/.example-", import.meta.url)));
  try {
    await cp(EXAMPLE, folder, { recursive: true });
    return await promisify(execFile)(process.execPath, [join(folder, script)], {
      env: { ...process.env, KEYWRIGHT_URL: emulator.url },
      timeout: 60_000,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("the first-token example gets a token and says whose it is", async () => {
  const { stdout } = await run("first-token.js");

  assert.match(stdout, /^Example Connection acts as bot [0-9a-f-]{36} in Example Workspace\n$/);
});

for (const name of ["first-token", "connect-app", "testing-in-node"]) {
  test(`the ${name} example asks for the SDK that these tests run with`, async () => {
    const example = JSON.parse(await read(`docs/examples/${name}/package.json`));
    const tests = JSON.parse(await read("package.json", import.meta.url));

    assert.deepEqual(example.dependencies, tests.devDependencies);
  });
}

for (const guide of ["README.md", "docs/quickstart.md"]) {
  test(`the JavaScript in ${guide} is the first-token example, letter for letter`, async () => {
    assert.deepEqual(snippets(await read(guide)), [await read("first-token.js", EXAMPLE)]);
  });
}

test("the JavaScript in docs/guides/testing-in-node.md is whole lines of its example, letter for letter", async () => {
  const example = "docs/examples/testing-in-node/";
  const files = await Promise.all(["app.test.js", "workspaces.js"].map((name) => read(example + name)));

  for (const snippet of snippets(await read("docs/guides/testing-in-node.md"))) {
    assert.ok(files.some((text) => `\n${text}`.includes(`\n${snippet}`)), snippet);
  }
});

test("the curl in README.md is the one that the emulator prints", async () => {
  const readme = await read("README.md");

  assert.ok(readme.includes(printedCurl().replaceAll(emulator.url, "http://127.0.0.1:8787")), printedCurl());
});

test("the curl that the emulator prints gets a token, however often it is pasted", async () => {
  for (let times = 0; times < 2; times++) {
    const { stdout } = await promisify(execFile)("sh", ["-c", printedCurl()], { timeout: 60_000 });
    assert.match(JSON.parse(stdout).access_token, /^ntn_/);
  }
});
