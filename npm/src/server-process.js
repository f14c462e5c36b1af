import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { EmulatorError } from "./emulator-error.js";
import { javaCommand } from "./java-command.js";

const READY = /^Keywright is ready on (\S+)$/;
const SECONDS_TO_START = 60;
const SECONDS_TO_STOP = 10;
const LINES_TO_KEEP = 20;

/**
 * `keywright emulate` as a process of its own. It ends when this process does, even by a crash: it watches its standard
 * input, a pipe that the operating system closes when nobody is left to write into it.
 */
export class ServerProcess {
  #child;
  #lastLines = [];

  /** Where it listens, without a slash at the end. */
  url;

  constructor(child) {
    this.#child = child;
    createInterface({ input: child.stderr }).on("line", (line) => {
      this.#lastLines = [...this.#lastLines, line].slice(-LINES_TO_KEEP);
    });
  }

  /** Starts it; resolves when it answers, and rejects with its last words when it does not come to that. */
  static async start(flags) {
    const { java, parameters } = await javaCommand(["emulate", "--stop-with-stdin", ...flags]);
    const server = new ServerProcess(spawn(java, parameters));
    server.url = await server.#ready();
    server.#letThisProcessEnd();
    return server;
  }

  async #ready() {
    const tooLate = setTimeout(() => this.#child.kill("SIGKILL"), SECONDS_TO_START * 1000);
    const closed = once(this.#child, "close").catch((error) => {
      throw new EmulatorError(`the emulator did not start: ${error.message}`, { cause: error });
    });
    // Read to the end, so that the server never waits for a reader.
    const line = once(createInterface({ input: this.#child.stdout }), "line");
    const [ready] = await Promise.race([line, closed.then(() => [""])]).finally(() => clearTimeout(tooLate));
    const url = READY.exec(ready)?.[1];
    if (!url) {
      throw new EmulatorError(`the emulator did not start:\n${this.#lastLines.join("\n")}`);
    }
    return url;
  }

  /** A test that forgets to stop the emulator ends all the same, and the emulator with it. */
  #letThisProcessEnd() {
    [this.#child, this.#child.stdin, this.#child.stdout, this.#child.stderr].forEach((handle) => handle.unref());
  }

  /** Whether it has ended. */
  get ended() {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Stops it, and resolves when it has ended and left nothing behind. */
  async stop() {
    if (this.ended) {
      return;
    }
    this.#child.ref();
    const exit = once(this.#child, "exit");
    const tooLate = setTimeout(() => this.#child.kill("SIGKILL"), SECONDS_TO_STOP * 1000);
    this.#child.stdin.end();
    await exit.finally(() => clearTimeout(tooLate));
  }
}
