import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { folder, pack, runIn, tarball, withoutJdk } from "../installed.js";

const here = `${process.platform}-${process.arch}`;
const elsewhere = here === "linux-x64" ? false : `the runtime for linux-x64 does not run on ${here}`;

describe("with the package that brings a Java runtime", { skip: elsewhere }, () => {
  const beside = join(folder, "with-runtime");
  let runtime;

  before(async () => {
    runtime = await pack("npm/platforms/linux-x64/");
    await mkdir(beside);
    await writeFile(join(beside, "package.json"), JSON.stringify({ private: true, type: "module" }));
    const tarballs = [tarball, runtime].map(({ filename }) => join(folder, filename));
    await runIn(beside, "npm", "install", "--no-audit", "--no-fund", "--loglevel=error", ...tarballs);
  });

  test("an emulator starts on a machine without any JDK", async () => {
    const [, code] = /^```js\n(.*?)^```$/ms.exec(await readFile(join(beside, "node_modules/keywright/README.md"), "utf8"));
    await writeFile(join(beside, "first.test.js"), code);

    const { stdout } = await runIn(beside, ...withoutJdk(`${process.execPath} --test first.test.js`));

    assert.match(stdout, /^# pass 1$/m);
  });

  test("it is of the very version that keywright asks for", async () => {
    const { optionalDependencies } = JSON.parse(
      await readFile(join(beside, "node_modules/keywright/package.json"), "utf8"),
    );

    assert.deepEqual(optionalDependencies, { [runtime.name]: tarball.version });
    assert.equal(runtime.version, tarball.version);
  });

  test("it holds the licences of what it brings, and is small enough to install", () => {
    const paths = runtime.files.map(({ path }) => path);

    assert.ok(paths.includes("runtime/legal/java.base/LICENSE"));
    assert.ok(runtime.size < 50_000_000, `${runtime.size} bytes`);
  });
});
