import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { CLIENT } from "../../distribution/src/test/node/emulator.js";
import { authorizationPath } from "../pages/authorization.js";

const FOLDER = fileURLToPath(new URL("../../docs/examples/connect-app", import.meta.url));

/** The example docs/examples/connect-app, as its reader starts it: the environment alone says what it connects to. */
export class DemoApp {
  #child;

  static async start(server) {
    const app = new DemoApp();
    app.#child = spawn(process.execPath, ["app.js"], {
      cwd: FOLDER,
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        NOTION_CLIENT_ID: CLIENT.client_id,
        NOTION_CLIENT_SECRET: CLIENT.client_secret,
        NOTION_BASE_URL: server.url,
        NOTION_AUTHORIZATION_URL: server.url + authorizationPath(),
        PORT: "0",
      },
    });
    const [line] = await Promise.race([
      once(createInterface({ input: app.#child.stdout }), "line"),
      once(app.#child, "close").then(() => [""]),
    ]);
    app.port = /listening on port (\d+)/.exec(line)?.[1];
    if (app.port === undefined) {
      throw new Error("the example app did not start");
    }
    return app;
  }

  async stop() {
    const ended = once(this.#child, "close");
    this.#child.kill();
    await ended;
  }
}
