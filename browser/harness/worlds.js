import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLIENT, REDIRECT_URI } from "../../distribution/src/test/node/emulator.js";

/** Runs with a folder of its own, which is gone afterwards. */
export async function withFolder(run) {
  const folder = await mkdtemp(join(tmpdir(), "keywright-browser-"));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs with the path of a world file; JSON is YAML too. */
export function withWorld(world, run) {
  return withFolder(async (folder) => {
    const file = join(folder, "world.yaml");
    await writeFile(file, JSON.stringify(world));
    return run(file);
  });
}

/** A company of 20,000 pages: 180 teams with 100 pages each, and an archive that has 2,000 pages in one level. */
export const LARGE_WORLD = {
  people: [{ email: "owner@example.com", name: "Workspace Owner" }],
  workspaces: [
    {
      name: "Large Company",
      members: ["owner@example.com"],
      pages: [
        { title: "Archive", pages: numbered(1999, (n) => ({ title: `Letter ${n} of the archive` })) },
        ...numbered(180, (team) => ({
          title: `Team ${team}`,
          pages: numbered(9, (plan) => ({
            title: `Plan ${plan} of team ${team}`,
            pages: numbered(10, (step) => ({ title: `Step ${step} in plan ${plan} of team ${team}` })),
          })),
        })),
      ],
    },
  ],
  connections: [
    {
      ...CLIENT,
      name: "Example Connection",
      owner: "owner@example.com",
      redirect_uris: [REDIRECT_URI],
      capabilities: { content: ["read"], comments: [], people: "none" },
    },
  ],
};

function numbered(count, make) {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
