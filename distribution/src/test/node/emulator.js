import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The first connection of the built-in world: its ids, secret and redirect URIs never change. */
export const CLIENT = {
  client_id: "463558a3-725e-4f37-b6d3-0889894f68de",
  client_secret: "secret_for_tests_only_0123456789abcdef",
};
export const REDIRECT_URI = "http://localhost:3000/auth/callback";

/** The second connection, which may not see email addresses. */
export const OTHER_CLIENT = {
  client_id: "bafe9bd1-20c5-4152-9127-c47089bf36a2",
  client_secret: "secret_for_tests_only_d6e2aad4ebbd0c6d",
};
export const OTHER_REDIRECT_URI = "http://localhost:4000/callback";

const BUILT = fileURLToPath(new URL("../../../target/keywright", import.meta.url));
const SECONDS_TO_START = 120;

/** A packaged program, started as `keywright emulate` on a port of its own, as a test sees it. */
export class Emulator {
  #child;

  /** What it printed on standard error so far. */
  said = "";

  constructor(child) {
    this.#child = child;
    child.stderr.setEncoding("utf8").on("data", (text) => (this.said += text));
  }

  /**
   * Starts the program in the folder PROGRAM_UNDER_TEST, or the one that the last build made, by the script that people
   * start it with; that takes the JDK 25 of JAVA_HOME, or finds one. With `--seed` the clock stands still until a test
   * moves it, so that a test can be right before the end of a window, and right after.
   */
  static async start(...flags) {
    const program = process.env.PROGRAM_UNDER_TEST ?? BUILT;
    const child = spawn(join(program, "run"), ["emulate", "--port", "0", ...flags], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    process.once("exit", () => child.kill("SIGKILL"));
    const emulator = new Emulator(child);
    emulator.url = await emulator.#ready();
    return emulator;
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

  /** Calls a control endpoint; fails when that refuses. */
  async control(path, body = {}) {
    const response = await fetch(`${this.url}/emulator/${path}`, { method: "POST", body: JSON.stringify(body) });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(`/emulator/${path}: ${answer.message}`);
    }
    return answer;
  }

  /** A fresh code, as if a person had allowed what these parameters of an authorization URL ask for. */
  async code(parameters = {}) {
    const answer = await this.control("authorize", {
      response_type: "code",
      client_id: CLIENT.client_id,
      redirect_uri: REDIRECT_URI,
      ...parameters,
    });
    return answer.code;
  }

  /** Moves the emulator's clock on by an ISO 8601 duration. */
  async advance(duration) {
    await this.control("clock", { advance: duration });
  }

  /** Brings back the world and the clock of the start. */
  async reset() {
    await this.control("reset");
  }
}
