import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { NO_JAVA, USUAL_FOLDERS } from "../../src/find-java.js";
import { failThere, folder, REPOSITORY, runThere, script, tarball } from "../installed.js";

function read(path) {
  return readFile(new URL(path, REPOSITORY), "utf8");
}

test("the package has the version of the server", async () => {
  const maven = /<artifactId>keywright<\/artifactId>\s*<version>(.*?)<\/version>/.exec(await read("pom.xml"))[1];

  assert.equal(tarball.version, maven);
});

test("the tarball holds the server and the licence, but no tests and no cache of one machine", () => {
  const paths = tarball.files.map(({ path }) => path);

  for (const path of ["LICENSE", "README.md", "program/keywright.jar", `program/lib/server-${tarball.version}.jar`]) {
    assert.ok(paths.includes(path), path);
  }
  assert.deepEqual(paths.filter((path) => path.startsWith("test/") || path.endsWith(".aot")), []);
});

test("the package needs nothing but itself", async () => {
  const { dependencies } = JSON.parse(await readFile(join(folder, "node_modules/keywright/package.json"), "utf8"));

  assert.equal(dependencies, undefined);
});

test("a server that is not built is not packed, and that is said in one sentence", async () => {
  // given a clone without anything that was built
  const clone = await mkdtemp(join(tmpdir(), "keywright-clone-"));
  await cp(new URL("npm/package.json", REPOSITORY), join(clone, "npm/package.json"));
  await cp(new URL("npm/scripts", REPOSITORY), join(clone, "npm/scripts"), { recursive: true });

  const { code, stderr } = await failThere(process.execPath, join(clone, "npm/scripts/assemble.js"));

  assert.equal(code, 2);
  assert.match(stderr, /^keywright \S+ is not built; run `mvn [^\n]*\n$/);
  await rm(clone, { recursive: true });
});

test("a JDK is looked for where the server's own launcher looks, and missed in the same words", async () => {
  const launcher = await read("distribution/src/main/launch/find-jdk.sh");

  const folders = launcher
    .match(/for candidate in \\\n(.*?); do/s)[1]
    .replaceAll(/["\\]/g, "")
    .trim()
    .split(/\s+/);
  assert.deepEqual(USUAL_FOLDERS, folders);
  assert.ok(launcher.includes(NO_JAVA.replace(" or later", "")), NO_JAVA);
});

test("the first test in the README passes", async () => {
  const [, code] = /^```js\n(.*?)^```$/ms.exec(await readFile(new URL("npm/README.md", REPOSITORY), "utf8"));

  const { stdout } = await runThere(process.execPath, "--test", await script("first.test.js", code));

  assert.match(stdout, /^# pass 1$/m);
});

test("the README names every option and every member of the emulator", async () => {
  const readme = await read("npm/README.md");
  const typings = await readFile(fileURLToPath(new URL("npm/src/index.d.ts", REPOSITORY)), "utf8");

  for (const type of ["EmulatorOptions", "Emulator extends AsyncDisposable", "Clock", "Faults", "Scenarios"]) {
    const [, members] = new RegExp(`^export interface ${type} \\{\n(.*?)^\\}`, "ms").exec(typings);
    for (const [, member] of members.matchAll(/^ {2}(?:readonly )?(\w+)[?(:]/gm)) {
      assert.match(readme, new RegExp(`\\b${member}\\b`), `${type} ${member}`);
    }
  }
});
