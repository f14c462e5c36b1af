import { access } from "node:fs/promises";

/** What `distribution` builds. */
export const BUILT = new URL("../../distribution/target/", import.meta.url);

/** Ends this process with a sentence when something that is to be packed is not there. */
export async function mustBeBuilt(path, name, command) {
  await access(new URL(path, BUILT)).catch(() => {
    console.error(`${name} is not built; run \`${command}\` in the root of the repository, then pack again`);
    process.exit(2);
  });
}
