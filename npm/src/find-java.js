import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { EmulatorError } from "./emulator-error.js";

const OLDEST = 25;

/** Where JDKs are installed on Linux and macOS. A star stands for the rest of a folder's name. */
export const USUAL_FOLDERS = [
  "/usr/lib/jvm/*",
  "/usr/java/*",
  "/opt/java/*",
  "/opt/jdk*",
  "$HOME/.jdks/*",
  "$HOME/.sdkman/candidates/java/*",
  "/Library/Java/JavaVirtualMachines/*/Contents/Home",
  "$HOME/Library/Java/JavaVirtualMachines/*/Contents/Home",
  "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
  "/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
];

/** What is said when there is none. */
export const NO_JAVA =
  `no JDK ${OLDEST} or later was found in JAVA_HOME, on PATH or in the usual folders;` +
  ` install one (Temurin ${OLDEST}, for example) or set JAVA_HOME to it`;

/**
 * The path of a `java` that can run the server. Looks in KEYWRIGHT_JAVA_HOME, in the package of this platform, then in
 * JAVA_HOME, on PATH, and in the usual folders, as the launcher of a clone does. A runtime without a compiler will do, since
 * nothing is built here.
 */
export async function findJava(environment) {
  for await (const home of candidates(environment)) {
    if (await canRunTheServer(home)) {
      return join(home, "bin", "java");
    }
  }
  throw new EmulatorError(NO_JAVA);
}

async function* candidates(environment) {
  yield* [environment.KEYWRIGHT_JAVA_HOME, ownRuntime(), environment.JAVA_HOME].filter(Boolean);
  yield* await homeOfJavaOnPath(environment);
  for (const pattern of USUAL_FOLDERS) {
    yield* await matching(pattern.replace("$HOME", environment.HOME ?? ""));
  }
}

/** The runtime that npm installed beside this package, where there is one for this machine. */
function ownRuntime() {
  try {
    const found = import.meta.resolve(`keywright-${process.platform}-${process.arch}/package.json`);
    return fileURLToPath(new URL("runtime", found));
  } catch {
    return undefined;
  }
}

async function canRunTheServer(home) {
  const release = await readFile(join(home, "release"), "utf8").catch(() => "");
  return Number(/^JAVA_VERSION="(\d+)/m.exec(release)?.[1] ?? 0) >= OLDEST;
}

async function homeOfJavaOnPath(env) {
  try {
    const { stderr } = await promisify(execFile)("java", ["-XshowSettings:properties", "-version"], { env });
    return /^ *java\.home = (.*\S)/m.exec(stderr)?.slice(1) ?? [];
  } catch {
    return [];
  }
}

async function matching(pattern) {
  const [, parent, prefix, rest] = /^(.*)\/([^/*]*)\*(.*)$/.exec(pattern);
  const names = await readdir(parent).catch(() => []);
  return names
    .filter((name) => name.startsWith(prefix))
    .sort()
    .map((name) => join(parent, name, rest));
}
