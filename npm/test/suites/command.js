import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { failThere, failWithoutJdk, folder, runThere, tarball } from "../installed.js";

test("npx keywright --version says the version of the package", async () => {
  const { stdout } = await runThere("npx", "keywright", "--version");

  assert.equal(stdout, `keywright ${tarball.version}\n`);
});

test("npx keywright passes its arguments on, and the exit status back", async () => {
  const { code, stdout, stderr } = await failThere("npx", "keywright", "emulate", "--prot", "80");

  assert.equal(code, 2);
  assert.equal(stdout, "");
  assert.match(stderr, /^keywright: --prot is not an option of keywright emulate; the nearest one is --port$/m);
});

test("keywright emulate passes a signal on, and ends with the server's status", async () => {
  const child = spawn("node_modules/.bin/keywright", ["emulate", "--port", "0"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [ready] = await once(createInterface({ input: child.stdout }), "line");
  assert.match(ready, /^Keywright is ready on http:\/\/127\.0\.0\.1:\d+$/);

  child.kill("SIGTERM");

  assert.deepEqual(await once(child, "exit"), [0, null]);
});

test("without a JDK the command says in one sentence what to do", async () => {
  const { code, stderr } = await failWithoutJdk("node_modules/.bin/keywright --version");

  assert.equal(code, 2);
  assert.match(stderr, /^keywright: no JDK 25 or later was found in JAVA_HOME,.* install one .*\n$/);
});
