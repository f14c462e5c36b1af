import { once } from "node:events";

/** A browser as far as these tests need one: it keeps its cookie, and shows redirects instead of following them. */
export class Visitor {
  #port;
  #cookie = "";

  constructor(port) {
    this.#port = port;
  }

  /** A visitor of an app, which listens from now on. */
  static async of(app) {
    await once(app.listen(0, "127.0.0.1"), "listening");
    return new Visitor(app.address().port);
  }

  /** Opens a page of the app, by its path or by any URL with that path. */
  async open(page) {
    const { pathname, search } = new URL(page, "http://app.example");
    const response = await fetch(`http://127.0.0.1:${this.#port}${pathname}${search}`, {
      headers: { cookie: this.#cookie },
      redirect: "manual",
    });
    [this.#cookie] = response.headers.get("set-cookie").split(";");
    const text = await response.text();
    return { status: response.status, location: response.headers.get("location"), body: text && JSON.parse(text) };
  }
}
