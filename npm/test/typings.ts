// Compiled, never run: the uses that the typings must take, and those that they must refuse.

import { type Connection, type Emulator, EmulatorError, startEmulator } from "keywright";

export async function uses(): Promise<void> {
  await using emulator: Emulator = await startEmulator({
    world: {
      people: [{ email: "ada@example.com" }],
      workspaces: [{ name: "Small", members: ["ada@example.com"], pages: [{ title: "Plans", pages: [{ title: "A" }] }] }],
      connections: [{ name: "App", redirect_uris: ["http://localhost/"], capabilities: { content: ["read"] }, owner: null }],
    },
    port: 0,
    seed: 1,
    autoApprove: true,
    dialect: "notion",
    publicUrl: "http://localhost:8787",
  });
  const connection: Connection = emulator.connection("App");
  const allowed = await emulator.authorize(connection.authorization_url, { person: "ada@example.com" });
  const code: string | null = allowed.code;
  await emulator.authorize({ state: "abc", code_challenge: "x", decision: "deny" });
  await emulator.faults.add({ match: { path: "/v1/*" }, times: 2, fault: { status: 429, retry_after: 2 } });
  await emulator.faults.add({ fault: { drop: "after" } });
  await emulator.scenarios.start("refresh-answer-lost", connection.client_id);
  const { now } = await emulator.clock.set(new Date());
  const last = (await emulator.requests({ since: 1, path: "/v1/users/me" })).at(-1)?.decision?.summary;
  await emulator.stop();
  throw new EmulatorError(`${code} ${now} ${last}`);
}

export async function misuses(emulator: Emulator): Promise<void> {
  // @ts-expect-error: no such option
  await startEmulator({ wrold: "world.yaml" });
  // @ts-expect-error: no such dialect
  await startEmulator({ dialect: "klingon" });
  // @ts-expect-error: a workspace has members
  await startEmulator({ world: { workspaces: [{ name: "Small" }] } });
  // @ts-expect-error: no such scenario
  await emulator.scenarios.start("meteor");
  // @ts-expect-error: a fault does something
  await emulator.faults.add({ fault: {} });
}
