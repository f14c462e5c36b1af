import { EmulatorError } from "./emulator-error.js";

/** The control endpoints of one running emulator. */
export class Control {
  #server;

  constructor(server) {
    this.#server = server;
  }

  get(path) {
    return this.#call("GET", path);
  }

  post(path, body = {}) {
    return this.#call("POST", path, JSON.stringify(body));
  }

  delete(path) {
    return this.#call("DELETE", path);
  }

  async #call(method, path, body) {
    const response = await this.#answer(method, path, body);
    const answer = await response.json();
    if (!response.ok) {
      throw new EmulatorError(answer.message);
    }
    return answer;
  }

  async #answer(method, path, body) {
    try {
      return await fetch(`${this.#server.url}/emulator/${path}`, { method, body });
    } catch (error) {
      const why = this.#server.ended ? "it has ended" : error.message;
      throw new EmulatorError(`the emulator does not answer: ${why}`, { cause: error });
    }
  }
}
