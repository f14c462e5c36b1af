import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const PATIENCE = 120_000;

/** The root of the repository. */
export const REPOSITORY = new URL("../../", import.meta.url);

/** A folder of somebody who installed the package from its tarball, and nothing else. */
export const folder = await mkdtemp(join(tmpdir(), "keywright-npm-"));
after(() => rm(folder, { recursive: true }));

/** What npm says of the tarball. */
export const tarball = await pack("npm/");
await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
await runThere("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", join(folder, tarball.filename));

/** What the package exports. */
export const { startEmulator, EmulatorError } = await import(
  pathToFileURL(createRequire(join(folder, "any.js")).resolve("keywright"))
);

/** Packs a package of the repository into the folder; resolves to what npm says of the tarball. */
export async function pack(path) {
  const { stdout } = await promisify(execFile)("npm", ["pack", "--json", "--loglevel=error", "--pack-destination", folder], {
    cwd: fileURLToPath(new URL(path, REPOSITORY)),
    timeout: PATIENCE,
  });
  // The script that npm runs before it packs may say something first.
  return JSON.parse(stdout.slice(stdout.indexOf("[\n")))[0];
}

/** Runs a command in the folder to its end; resolves to what it printed, and rejects when its status is not 0. */
export function runThere(command, ...parameters) {
  return runIn(folder, command, ...parameters);
}

/** The same in another folder. */
export function runIn(cwd, command, ...parameters) {
  // A test runner that finds this variable takes itself for a part of this one, and runs nothing.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return promisify(execFile)(command, parameters, { cwd, env, timeout: PATIENCE });
}

/** Runs a command there that is to fail; resolves to its `code` and what it printed. */
export async function failThere(command, ...parameters) {
  const error = await runThere(command, ...parameters).then(
    ({ stdout }) => new Error(`${command} did not fail:\n${stdout}`),
    (failure) => failure,
  );
  if (typeof error.code !== "number") {
    throw error;
  }
  return error;
}

/** Writes a script into the folder; resolves to its path. */
export async function script(name, text) {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** Runs a command there that is to fail, on a machine without any JDK. */
export function failWithoutJdk(command) {
  return failThere(...withoutJdk(command));
}

/** A command as it is run on a machine without any JDK: the usual folders are empty. */
export function withoutJdk(command) {
  const hide = "for dir in /usr/lib/jvm /usr/java /opt/java; do [ ! -d $dir ] || mount -t tmpfs none $dir; done";
  const bare = `${hide}; unset JAVA_HOME KEYWRIGHT_JAVA_HOME; HOME=${folder} exec ${command}`;
  const mapped = process.getuid() === 0 ? [] : ["--map-root-user"];
  return ["unshare", "--mount", ...mapped, "sh", "-c", bare];
}
