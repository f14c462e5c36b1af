import { once } from "node:events";
import { createServer } from "node:http";

/** The redirect URIs of the built-in world have these hosts; in the browser they lead to the listener of a test. */
const HOSTS = ["localhost:3000", "127.0.0.1:3000", "localhost:4000", "localhost:5000"];

const PAGE = '<!doctype html><html lang="en"><title>App</title><main><h1>Back at the app</h1></main></html>';

/** The other side of a redirect URI: an app that only says that the person is back. */
export class App {
  #server;

  static async start() {
    const app = new App();
    app.#server = createServer((request, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(request.url === "/favicon.ico" ? "" : PAGE);
    }).listen(0, "127.0.0.1");
    await once(app.#server, "listening");
    app.port = app.#server.address().port;
    return app;
  }

  async stop() {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}

/** Chromium's rules by which the hosts of redirect URIs lead to a port of this machine. */
export function leadTo(port) {
  return HOSTS.map((host) => `MAP ${host} 127.0.0.1:${port}`).join(", ");
}
