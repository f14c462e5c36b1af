import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const NOBODY = 65534;
const running = new Set();

process.once("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** nginx as an unprivileged process in the foreground, in a folder of its own. */
export class Nginx {
  #child;
  #folder;
  #said = "";

  /** Starts it with what `site` makes of the port that it is to listen on: the part of a configuration inside `http`. */
  static async start(site) {
    const nginx = new Nginx();
    nginx.port = await freePort();
    nginx.url = `http://127.0.0.1:${nginx.port}`;
    await nginx.#run(site(nginx.port));
    return nginx;
  }

  async #run(site) {
    this.#folder = await mkdtemp(join(tmpdir(), "keywright-nginx-"));
    const configuration = join(this.#folder, "nginx.conf");
    await writeFile(configuration, around(site, this.#folder));
    await chmod(configuration, 0o644);
    const program = execFileSync(fileURLToPath(new URL("nginx", import.meta.url)), { encoding: "utf8" }).trim();
    // Root would start workers of another user, and could read what no worker can.
    const root = process.getuid() === 0;
    if (root) {
      await chown(this.#folder, NOBODY, NOBODY);
    }
    this.#child = spawn(program, ["-p", this.#folder, "-c", configuration, "-e", "stderr"], {
      stdio: ["ignore", "ignore", "pipe"],
      ...(root && { uid: NOBODY, gid: NOBODY }),
    });
    running.add(this.#child);
    this.#child.once("close", () => running.delete(this.#child));
    this.#child.stderr.setEncoding("utf8").on("data", (text) => (this.#said += text));
    await this.#listens();
  }

  async #listens() {
    while (!(await answers(this.port))) {
      if (this.#child.exitCode !== null) {
        throw new Error(`nginx did not start:\n${this.#said}`);
      }
    }
  }

  /** Stops it, and waits until it has ended. */
  async stop() {
    const ended = once(this.#child, "close");
    this.#child.kill("SIGTERM");
    await ended;
    await rm(this.#folder, { recursive: true });
  }
}

/** Whether somebody listens on a port; when nobody does yet, that takes a moment to say. */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => setTimeout(() => resolve(false), 20));
    socket.once("connect", () => socket.destroy());
  });
}

function around(site, folder) {
  return `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
${site}}
`;
}
