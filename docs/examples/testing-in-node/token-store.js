import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** Keeps the last token answer of each session in a file. A real app keeps them in its database, encrypted. */
export class TokenStore {
  #file;

  constructor(file) {
    this.#file = file;
  }

  get(session) {
    return this.#read()[session];
  }

  set(session, token) {
    this.#write({ ...this.#read(), [session]: token });
  }

  delete(session) {
    const { [session]: _, ...others } = this.#read();
    this.#write(others);
  }

  #read() {
    try {
      return JSON.parse(readFileSync(this.#file, "utf8"));
    } catch (error) {
      if (error.code === "ENOENT") {
        return {};
      }
      throw error;
    }
  }

  /** Renamed into its place, so that a crash leaves the old tokens or the new ones. */
  #write(tokens) {
    writeFileSync(`${this.#file}.new`, JSON.stringify(tokens), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}
