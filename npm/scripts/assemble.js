// Puts the program that `distribution` built into this package; npm runs this before it packs.
// The ahead-of-time cache stays out: a JVM takes it only for the very jars, in the very folder, that it was made with.

import { cp, readFile, rm } from "node:fs/promises";
import { BUILT, mustBeBuilt } from "./built.js";

const PACKAGE = new URL("../", import.meta.url);
const PARTS = ["keywright.jar", "jvm-options", "jvm-options-emulate", "lib", "native"];

const { version } = JSON.parse(await readFile(new URL("package.json", PACKAGE), "utf8"));
await mustBeBuilt(
  `keywright/lib/server-${version}.jar`,
  `keywright ${version}`,
  "mvn -pl distribution -am -DskipTests package",
);
await rm(new URL("program", PACKAGE), { recursive: true, force: true });
for (const part of PARTS) {
  await cp(new URL(`keywright/${part}`, BUILT), new URL(`program/${part}`, PACKAGE), { recursive: true });
}
await cp(new URL("../LICENSE", PACKAGE), new URL("LICENSE", PACKAGE));
