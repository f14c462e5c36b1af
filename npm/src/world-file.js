import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Gives `use` the flags that name a world, and returns what it returns. An object is a file for that time, in a folder that
 * nobody else can read: JSON is YAML.
 */
export async function withWorld(world, use) {
  if (world === undefined) {
    return use([]);
  }
  if (typeof world === "string" || world instanceof URL) {
    return use(["--world", world instanceof URL ? fileURLToPath(world) : world]);
  }
  const folder = await mkdtemp(join(tmpdir(), "keywright-world-"));
  try {
    const file = join(folder, "world.json");
    await writeFile(file, JSON.stringify(world, null, 2));
    return await use(["--world", file]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
