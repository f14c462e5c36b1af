#!/usr/bin/env node
// Runs the Java program in place of this one, as far as Node can: same arguments, same terminal, same exit status.

import { spawn } from "node:child_process";
import { constants } from "node:os";
import { EmulatorError } from "../src/emulator-error.js";
import { javaCommand } from "../src/java-command.js";

try {
  run(await javaCommand(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof EmulatorError)) {
    throw error;
  }
  console.error(`keywright: ${error.message}`);
  process.exitCode = 2;
}

function run({ java, parameters }) {
  const child = spawn(java, parameters, { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  // As a shell says it when a signal ended the program.
  child.once("exit", (status, signal) => process.exit(status ?? 128 + constants.signals[signal]));
}
