import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { folder, script, startEmulator } from "../installed.js";

const PATIENCE = 60_000;

function isUp(url) {
  return fetch(`${url}/health`).then(
    () => true,
    () => false,
  );
}

async function awaitEnd(url) {
  const deadline = Date.now() + PATIENCE;
  while (await isUp(url)) {
    assert.ok(Date.now() < deadline, `${url} still answers`);
  }
}

test("an emulator has ended after the block that declared it by `await using`, and stopping it again is no fault", async () => {
  const emulator = await startEmulator();

  await emulator[Symbol.asyncDispose]();

  assert.equal(await isUp(emulator.baseUrl), false);
  await emulator.stop();
  await assert.rejects(emulator.reset(), {
    name: "EmulatorError",
    message: "the emulator does not answer: it has ended",
  });
});

const ENDS = {
  "comes to its end without stopping it": "",
  "is killed": 'process.kill(process.pid, "SIGKILL");',
};

for (const [how, statement] of Object.entries(ENDS)) {
  test(`the emulator ends when the process that started it ${how}`, async () => {
    const start = 'import { startEmulator } from "keywright";\nconsole.log((await startEmulator()).baseUrl);\n';
    const path = await script("ends.js", start + statement);

    const child = spawn(process.execPath, [path], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    const [url] = await once(createInterface({ input: child.stdout }), "line");

    await awaitEnd(url);
  });
}
