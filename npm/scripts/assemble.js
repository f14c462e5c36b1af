// Puts the program that `distribution` built into this package; npm runs this before it packs.
// The ahead-of-time cache stays out: a JVM takes it only for the very jars, in the very folder, that it was made with.

import { access, cp, readFile, rm } from "node:fs/promises";

const PACKAGE = new URL("../", import.meta.url);
const BUILT = new URL("../../distribution/target/keywright/", import.meta.url);
const PARTS = ["keywright.jar", "jvm-options", "lib", "native"];

async function isBuilt(version) {
  return access(new URL(`lib/server-${version}.jar`, BUILT)).then(
    () => true,
    () => false,
  );
}

const { version } = JSON.parse(await readFile(new URL("package.json", PACKAGE), "utf8"));
if (!(await isBuilt(version))) {
  console.error(
    `keywright ${version} is not built; run \`mvn -pl distribution -am -DskipTests package\`` +
      " in the root of the repository, then pack again",
  );
  process.exit(2);
}
await rm(new URL("program", PACKAGE), { recursive: true, force: true });
for (const part of PARTS) {
  await cp(new URL(part, BUILT), new URL(`program/${part}`, PACKAGE), { recursive: true });
}
await cp(new URL("../LICENSE", PACKAGE), new URL("LICENSE", PACKAGE));
