import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { promisify } from "node:util";
import { Nginx } from "./nginx.js";
import { Program } from "./program.js";
import { Visitor } from "./visitor.js";

const DOCS = new URL("../../../../docs/", import.meta.url);
const REDIRECT_URI = "https://app.example/callback";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const IDS = ["x-keywright-bot-id", "x-keywright-workspace-id", "x-keywright-client-id", "x-keywright-person-id"];

let folder;
let keywright;
let api;
let nginx;
let admin;
let connection;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "keywright-forward-auth-"));
  keywright = await Program.run("serve", "--data", join(folder, "data"), "--keys", join(folder, "keys"));
  api = await Api.start();
  const site = await documentedSite();
  nginx = await Nginx.start((port) =>
    replaced(site, {
      "127.0.0.1:8787": new URL(keywright.url).host,
      "127.0.0.1:3000": `127.0.0.1:${api.port}`,
      "127.0.0.1:8080": `127.0.0.1:${port}`,
    }),
  );
  admin = await firstAdmin();
  connection = await registered(admin);
});

after(async () => {
  await nginx?.stop();
  await api?.stop();
  await keywright?.stop();
  await rm(folder, { recursive: true });
});

beforeEach(() => (api.reached = []));

/** The API behind nginx: remembers the headers of each request, which is all that it does. */
class Api {
  reached = [];

  static async start() {
    const api = new Api();
    api.server = createServer((incoming, outgoing) => {
      incoming.resume().once("end", () => {
        api.reached.push({ method: incoming.method, url: incoming.url, headers: incoming.headers });
        outgoing.end("from the API");
      });
    }).listen(0, "127.0.0.1");
    await once(api.server, "listening");
    api.port = api.server.address().port;
    return api;
  }

  async stop() {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }
}

/** The configuration in the guide, which is the file beside the other examples, letter for letter. */
async function documentedSite() {
  const file = await readFile(new URL("examples/guard-an-api/nginx.conf", DOCS), "utf8");
  const guide = await readFile(new URL("guarding-an-api.md", DOCS), "utf8");
  assert.deepEqual([...guide.matchAll(/^```nginx\n(.*?)^```$/gms)].map(([, site]) => site), [file]);
  return file;
}

function replaced(text, places) {
  return Object.entries(places).reduce((replacing, [from, to]) => {
    assert.ok(replacing.includes(from), from);
    return replacing.replaceAll(from, to);
  }, text);
}

async function firstAdmin() {
  const [, code] = /\/setup#(\S+)/.exec(keywright.said);
  const visitor = new Visitor(keywright.url);
  await visitor.open("/setup");
  const person = { name: "Ada", email: "ada@example.com", password: "correct horse battery", workspace: "Home" };
  assert.notEqual(await visitor.send("/setup", Object.entries({ code, ...person })), "", visitor.page);
  return visitor;
}

async function registered(developer) {
  await developer.open("/developers/new");
  await developer.send("/developers/new", [
    ["name", "Weekly Review"],
    ["redirect_uri", REDIRECT_URI],
    ["capability", "read_content"],
    ["people", "without_email"],
    ["scope", "any"],
  ]);
  return { id: developer.shown("client-id"), secret: developer.shown("client-secret") };
}

/** What the connection does at an OAuth endpoint. */
async function oauth(endpoint, fields) {
  const response = await fetch(`${keywright.url}/v1/oauth/${endpoint}`, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${connection.id}:${connection.secret}`)}` },
    body: new URLSearchParams(fields),
  });
  assert.equal(response.status, 200);
  return response.json();
}

/** A token answer, by the whole way: a person is sent here, allows it, and the code is exchanged. */
async function tokens() {
  const query = new URLSearchParams({ client_id: connection.id, redirect_uri: REDIRECT_URI, response_type: "code" });
  const consent = await admin.open(`/v1/oauth/authorize?${query}`);
  await admin.open(`${consent}/pages`);
  const back = await admin.send(`${consent}/pages`, [["go", "allow"]]);
  const code = new URL(back).searchParams.get("code");
  return oauth("token", { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI });
}

function call(path, headers = {}, options = {}) {
  return fetch(nginx.url + path, { ...options, headers });
}

function bearer(token) {
  return { Authorization: `Bearer ${token}` };
}

/** A request whose headers go out as they are written, also those that fetch would not send. */
async function raw(headers) {
  const outgoing = request(nginx.url, { headers }).end();
  const [response] = await once(outgoing, "response");
  response.resume();
  return response.statusCode;
}

test("without a token the API is not reached, and the challenge comes through", async () => {
  const response = await call("/v1/invoices");

  assert.equal(response.status, 401);
  assert.equal(response.headers.get("www-authenticate"), "Bearer");
  assert.deepEqual(api.reached, []);
});

for (const token of ["x", "ntn_" + "0".repeat(46)]) {
  test(`with a bad token (${token.length} characters) the API is not reached`, async () => {
    const response = await call("/v1/invoices", bearer(token));

    assert.equal(response.status, 401);
    assert.equal(response.headers.get("www-authenticate"), 'Bearer error="invalid_token"');
    assert.deepEqual(api.reached, []);
  });
}

test("with a good token the API learns who asks, and nothing that it could leak", async () => {
  const { access_token, bot_id, workspace_id, owner } = await tokens();

  const response = await call("/v1/invoices?page=2", bearer(access_token));

  assert.equal(response.status, 200);
  assert.equal(await response.text(), "from the API");
  const [{ url, headers }] = api.reached;
  assert.equal(url, "/v1/invoices?page=2");
  assert.deepEqual(IDS.map((name) => headers[name]), [bot_id, workspace_id, connection.id, owner.user.id]);
  assert.equal(headers["x-keywright-scope"], "read_content read_user_without_email");
  assert.equal(headers.authorization, undefined);
  assert.ok(!JSON.stringify(api.reached).includes(access_token));
});

test("a method with a body passes like any other, body and all", async () => {
  const { access_token } = await tokens();

  const response = await call("/v1/invoices", bearer(access_token), { method: "POST", body: "x".repeat(200_000) });

  assert.equal(response.status, 200);
  assert.equal(api.reached[0].method, "POST");
  assert.equal(api.reached[0].headers["content-length"], "200000");
});

test("what a client says of itself does not get through", async () => {
  const { access_token, bot_id } = await tokens();
  const forged = Object.fromEntries(
    [...IDS, "x-keywright-scope", "X_Keywright_Bot_Id", "x-keywright-bot_id"].map((name) => [name, "forged"]),
  );

  assert.equal(await raw({ ...bearer(access_token), ...forged }), 200);
  assert.equal(await raw(forged), 401);

  assert.equal(api.reached.length, 1);
  assert.equal(api.reached[0].headers["x-keywright-bot-id"], bot_id);
  assert.ok(!JSON.stringify(api.reached).includes("forged"));
});

test("an internal connection acts for no person, whatever the client says", async () => {
  await admin.open("/developers/internal/new");
  const [workspace] = admin.values("workspace");
  await admin.send("/developers/internal/new", [["name", "Night Porter"], ["workspace", workspace], ["people", "none"]]);
  const token = admin.shown("token");

  assert.equal(await raw({ ...bearer(token), "X-Keywright-Person-Id": "forged", "X-Keywright-Scope": "forged" }), 200);

  const [{ headers }] = api.reached;
  assert.equal(headers["x-keywright-workspace-id"], workspace);
  assert.match(headers["x-keywright-bot-id"], UUID);
  assert.equal(headers["x-keywright-person-id"], undefined);
  assert.equal(headers["x-keywright-scope"], undefined);
});

test("a revoked token is refused by the very next request", async () => {
  const { access_token } = await tokens();
  assert.equal((await call("/", bearer(access_token))).status, 200);

  await oauth("revoke", { token: access_token });

  assert.equal((await call("/", bearer(access_token))).status, 401);
  assert.equal(api.reached.length, 1);
});

test("where nginx asks, nobody else can", async () => {
  const { access_token } = await tokens();

  assert.equal((await call("/forward-auth", bearer(access_token))).status, 404);
  assert.deepEqual(api.reached, []);
});

/** The curl of the page that shows a resource server's secret, and of the guide. */
test("a resource server introspects another's token with the curl that it was shown", async () => {
  await admin.open("/developers/resource-servers");
  await admin.send("/developers/resource-servers", [["name", "Invoices"]]);
  const [id, secret] = [admin.shown("client-id"), admin.shown("client-secret")];
  const [, shown] = /<code>(curl .*?)<\/code>/s.exec(admin.page);
  const curl = shown.replaceAll("&#34;", '"').replaceAll("&quot;", '"');
  const { access_token, bot_id } = await tokens();

  const { stdout } = await promisify(execFile)("sh", ["-c", curl], {
    env: { ...process.env, SECRET: secret, TOKEN: access_token },
    timeout: 60_000,
  });

  const { active, client_id, sub } = JSON.parse(stdout);
  assert.deepEqual({ active, client_id, sub }, { active: true, client_id: connection.id, sub: bot_id });
  const guide = await readFile(new URL("guarding-an-api.md", DOCS), "utf8");
  assert.ok(guide.includes(replaced(curl, { [id]: "$ID", [keywright.url]: "https://auth.example.com" })), curl);
});

test("when Keywright is down nothing passes", async () => {
  const { access_token } = await tokens();
  await keywright.stop();
  keywright = undefined;

  assert.equal((await call("/", bearer(access_token))).status, 500);
  assert.deepEqual(api.reached, []);
});
