import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const BUILT = fileURLToPath(new URL("../../../target/keywright", import.meta.url));
const SECONDS_TO_START = 120;
const running = new Set();

process.once("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** The packaged program, started on a port of its own, as a test sees it. */
export class Program {
  #child;

  /** What it printed on standard error so far. */
  said = "";

  constructor(child) {
    this.#child = child;
    child.stderr.setEncoding("utf8").on("data", (text) => (this.said += text));
  }

  /**
   * Starts the program in the folder PROGRAM_UNDER_TEST, or the one that the last build made, by the script that people
   * start it with; that takes the JDK 25 of JAVA_HOME, or finds one. Called on a subclass, it makes one of that.
   */
  static async run(command, ...flags) {
    const folder = process.env.PROGRAM_UNDER_TEST ?? BUILT;
    const child = spawn(join(folder, "run"), [command, "--port", "0", ...flags], { stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    child.once("close", () => running.delete(child));
    const program = new this(child);
    program.url = await program.#ready();
    return program;
  }

  async #ready() {
    const tooLate = setTimeout(() => this.#child.kill("SIGKILL"), SECONDS_TO_START * 1000);
    const [line] = await Promise.race([
      once(createInterface({ input: this.#child.stdout }), "line"),
      once(this.#child, "close").then(() => []),
    ]);
    clearTimeout(tooLate);
    if (line === undefined) {
      throw new Error(`${this.#child.spawnargs.join(" ")} did not become ready:\n${this.said}`);
    }
    return line.replace("Keywright is ready on ", "");
  }

  /** Stops the program, and waits until it has ended. */
  async stop() {
    const ended = once(this.#child, "close");
    this.#child.kill("SIGTERM");
    await ended;
  }
}
