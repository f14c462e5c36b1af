import { cp } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder, runThere } from "../installed.js";

const TSC = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
const FLAGS = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext"];

test("TypeScript takes what the package can do, and refuses what it cannot", async () => {
  await cp(new URL("../typings.ts", import.meta.url), join(folder, "typings.ts"));

  await runThere(process.execPath, TSC, ...FLAGS, "typings.ts").catch(({ stdout }) => {
    throw new Error(stdout);
  });
});
