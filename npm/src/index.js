import { EmulatorError } from "./emulator-error.js";
import { Emulator } from "./emulator.js";
import { ServerProcess } from "./server-process.js";
import { withWorld } from "./world-file.js";

export { EmulatorError };

const WITH_VALUE = { port: "--port", seed: "--seed", dialect: "--dialect", publicUrl: "--public-url" };
const OPTIONS = ["world", "autoApprove", ...Object.keys(WITH_VALUE)];

export async function startEmulator(options = {}) {
  const flags = flagsOf(options);
  const server = await withWorld(options.world, (world) => ServerProcess.start([...flags, ...world]));
  return Emulator.of(server);
}

function flagsOf(options) {
  const unknown = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (unknown) {
    throw new EmulatorError(`${unknown} is not an option of startEmulator, which takes ${OPTIONS.join(", ")}`);
  }
  const given = Object.entries({ port: 0, ...options }).filter(([name, value]) => name in WITH_VALUE && value !== undefined);
  return [
    ...given.flatMap(([name, value]) => [WITH_VALUE[name], String(value)]),
    ...(options.autoApprove ? ["--auto-approve"] : []),
  ];
}
