// A web app that a person connects to their workspace: Connect, callback, first API call, refresh, disconnect.
// It is written for reading. What a real app does differently is said where it matters.

import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { Client, isHTTPResponseError } from "@notionhq/client";
import { connectedPage, problemPage, welcomePage } from "./pages.js";

// All that ties this app to one connection and one server comes from outside.
const credentials = { client_id: setting("NOTION_CLIENT_ID"), client_secret: setting("NOTION_CLIENT_SECRET") };
const authorizationUrl = new URL(setting("NOTION_AUTHORIZATION_URL"));
const notion = new Client({ baseUrl: process.env.NOTION_BASE_URL ?? "https://api.notion.com" });

// The authorization URL names the redirect URI, and that says where this app has to be.
const redirectUri = new URL(authorizationUrl.searchParams.get("redirect_uri"));
const port = process.env.PORT ?? (redirectUri.port || 80);

// One entry a browser, by the cookie it holds. A real app keeps tokens in its database, encrypted, and with its users.
const sessions = new Map();

const routes = {
  "GET /": home,
  "GET /connect": connect,
  [`GET ${redirectUri.pathname}`]: callback,
  "POST /refresh": refresh,
  "POST /disconnect": disconnect,
};

/** The first page: an invitation to connect, or what the connection can say of itself. */
async function home(session) {
  if (!session.token) {
    return page(welcomePage());
  }
  // The first API call. The access token acts as a bot in the person's workspace.
  const me = await notion.users.me({ auth: session.token.access_token });
  return page(connectedPage(session.token, me));
}

/** Sends the browser to the page where the person decides. */
function connect(session) {
  // The answer must come back to the browser that asked. Without `state`, a stranger could plant an answer of theirs.
  session.state = randomUUID();
  const target = new URL(authorizationUrl);
  target.searchParams.set("state", session.state);
  return redirect(target.href);
}

/** The browser comes back, with a code if the person allowed it, with an error if not. */
async function callback(session, answer) {
  const expected = session.state;
  session.state = undefined;
  if (!expected || answer.get("state") !== expected) {
    return page(problemPage("This answer does not belong to a question of this browser. Please connect again."), 400);
  }
  if (answer.has("error")) {
    return page(problemPage(`You were not connected (${answer.get("error")}). Nothing was shared.`));
  }
  // The code is good once, for some minutes. The redirect URI must be the one that the authorization URL named.
  session.token = await notion.oauth.token({
    ...credentials,
    grant_type: "authorization_code",
    code: answer.get("code"),
    redirect_uri: authorizationUrl.searchParams.get("redirect_uri"),
  });
  return redirect("/");
}

/** Exchanges the pair of tokens for a new one. A real app does this when a call answers 401, one refresh at a time. */
async function refresh(session) {
  if (session.token) {
    // Keep both new tokens: the old refresh token is used up.
    session.token = await notion.oauth.token({
      ...credentials,
      grant_type: "refresh_token",
      refresh_token: session.token.refresh_token,
    });
  }
  return redirect("/");
}

/** Gives the tokens back, so that they end for everybody who may have a copy. */
async function disconnect(session) {
  if (session.token) {
    await notion.oauth.revoke({ ...credentials, token: session.token.access_token });
    session.token = undefined;
  }
  return redirect("/");
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, redirectUri);
  const route = routes[`${request.method} ${url.pathname}`];
  if (!route) {
    return send(response, page(problemPage("There is nothing here."), 404));
  }
  const session = sessionOf(request, response);
  try {
    send(response, await route(session, url.searchParams));
  } catch (error) {
    send(response, problem(session, error));
  }
});

/** 400 `invalid_grant` and 401 mean that the person has ended the connection, or a token has: only they can renew it. */
function problem(session, error) {
  if (isHTTPResponseError(error) && (error.status === 400 || error.status === 401)) {
    session.token = undefined;
    return page(problemPage("The connection has ended. Please connect again."));
  }
  console.error(error);
  return page(problemPage("The workspace cannot be reached right now. Please try again in a minute."), 502);
}

/** The session of this browser. SameSite=Lax lets the cookie come along on the way back, but not with other sites' forms. */
function sessionOf(request, response) {
  const known = /(?:^|; )session=([0-9a-f-]{36})/.exec(request.headers.cookie ?? "")?.[1];
  if (sessions.has(known)) {
    return sessions.get(known);
  }
  const id = randomUUID();
  response.setHeader("Set-Cookie", `session=${id}; HttpOnly; SameSite=Lax; Path=/`); // and Secure, where there is HTTPS
  sessions.set(id, {});
  return sessions.get(id);
}

function page(body, status = 200) {
  return { status, headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" }, body };
}

function redirect(location) {
  return { status: 303, headers: { Location: location } };
}

function send(response, { status, headers, body }) {
  response.writeHead(status, headers).end(body);
}

function setting(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`${name} is not set; README.md says what belongs there`);
    process.exit(2);
  }
  return value;
}

server.listen(port, () => console.log(`Open ${redirectUri.origin} (listening on port ${server.address().port})`));
