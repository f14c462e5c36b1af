import { Program } from "./program.js";

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

/** A packaged program, started as `keywright emulate`. */
export class Emulator extends Program {
  /**
   * Starts it. With `--seed` the clock stands still until a test moves it, so that a test can be right before the end of a
   * window, and right after.
   */
  static start(...flags) {
    return this.run("emulate", ...flags);
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
