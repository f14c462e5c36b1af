/** Somebody at the pages of a server: keeps cookies, knows the page that is open, and sends its forms. No script runs. */
export class Visitor {
  #cookies = new Map();

  /** The page that is open, as it was sent. */
  page = "";

  constructor(url) {
    this.url = url;
  }

  /** Opens a page and goes where the server's own redirects lead; answers with where that is. */
  async open(path) {
    const response = await this.#fetch(path);
    const location = response.headers.get("location");
    if (location === null) {
      this.page = await response.text();
      return path;
    }
    return this.open(this.#inside(location));
  }

  /** Sends a form of the page that is open; answers with the redirect, or with "" when a page was the answer. */
  async send(path, fields) {
    const [csrf] = this.values("csrf");
    const response = await this.#fetch(path, {
      method: "POST",
      headers: { Origin: this.url },
      body: new URLSearchParams([["csrf", csrf], ...fields]),
    });
    this.page = await response.text();
    return response.headers.get("location") ?? "";
  }

  /** The values of all fields of this name on the page that is open. */
  values(name) {
    return [...this.page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, "g"))].map(([, value]) => value);
  }

  /** What is shown in the field of this id. */
  shown(id) {
    const shown = new RegExp(`id="${id}" value="([^"]*)"`).exec(this.page);
    if (shown === null) {
      throw new Error(`nothing is shown as ${id}:\n${this.page}`);
    }
    return shown[1];
  }

  #inside(location) {
    const target = new URL(location, this.url);
    return target.pathname + target.search;
  }

  async #fetch(path, options = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(this.url + path, {
      ...options,
      headers: { Accept: "text/html", Cookie: cookie, ...options.headers },
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.#cookies.set(name, value);
    }
    return response;
  }
}
