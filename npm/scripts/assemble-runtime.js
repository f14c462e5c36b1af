// Puts the Java runtime that `distribution` cut out into the package of its platform; npm runs this there before it packs.

import { cp, rm } from "node:fs/promises";
import { BUILT, mustBeBuilt } from "./built.js";

const PACKAGE = new URL("../platforms/linux-x64/", import.meta.url);

await mustBeBuilt("linux-x64/runtime/bin/java", "the runtime", "mvn -Prelease -pl distribution -am -DskipTests package");
await rm(new URL("runtime", PACKAGE), { recursive: true, force: true });
await cp(new URL("linux-x64/runtime", BUILT), new URL("runtime", PACKAGE), { recursive: true, verbatimSymlinks: true });
