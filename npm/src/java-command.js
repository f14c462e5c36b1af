import { access } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EmulatorError } from "./emulator-error.js";
import { findJava } from "./find-java.js";

const PROGRAM = fileURLToPath(new URL("../program", import.meta.url));

/** SQLite's library for this machine, unpacked; without it, the program unpacks its own at every start. */
const NATIVE = {
  "linux x64": "Linux/x86_64",
  "linux arm64": "Linux/aarch64",
  "darwin x64": "Mac/x86_64",
  "darwin arm64": "Mac/aarch64",
  "win32 x64": "Windows/x86_64",
};

/**
 * How the program in this package is run with these arguments: the path of a `java` and its parameters, with the flags of
 * the JVM that the program ships with. KEYWRIGHT_JVM_OPTIONS adds more.
 */
export async function javaCommand(programArguments, environment = process.env) {
  const jar = join(PROGRAM, "keywright.jar");
  await access(jar).catch(() => {
    throw new EmulatorError("this package is without the server; in a clone, build it and run `npm run prepack`");
  });
  const native = NATIVE[`${process.platform} ${process.arch}`];
  return {
    java: await findJava(environment),
    parameters: [
      `@${join(PROGRAM, "jvm-options")}`,
      ...(programArguments[0] === "emulate" ? [`@${join(PROGRAM, "jvm-options-emulate")}`] : []),
      ...(native ? [`-Dorg.sqlite.lib.path=${join(PROGRAM, "native/org/sqlite/native", native)}`] : []),
      ...(environment.KEYWRIGHT_JVM_OPTIONS ?? "").split(/\s+/).filter(Boolean),
      "-jar",
      jar,
      ...programArguments,
    ],
  };
}
