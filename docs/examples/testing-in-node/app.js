import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { TokenStore } from "./token-store.js";
import { NotConnected, Workspaces } from "./workspaces.js";

/** The app as a server that does not listen yet. All that ties it to one connection and one API comes in here. */
export function createApp({ notionUrl, clientId, clientSecret, redirectUri, tokenFile }) {
  const credentials = { client_id: clientId, client_secret: clientSecret };
  const workspaces = new Workspaces(notionUrl, credentials, new TokenStore(tokenFile));
  const states = new Map();

  /** Sends the browser to the page where the person decides. */
  function signIn(session) {
    // The answer must come back to the browser that asked.
    states.set(session, randomUUID());
    const url = new URL("/v1/oauth/authorize", notionUrl);
    url.search = new URLSearchParams({
      client_id: clientId,
      response_type: "code",
      owner: "user",
      redirect_uri: redirectUri,
      state: states.get(session),
    });
    return { status: 302, location: url.href };
  }

  /** The browser comes back, with a code if the person allowed it, with an error if not. */
  async function callback(session, answer) {
    const state = states.get(session);
    states.delete(session);
    if (!state || answer.get("state") !== state) {
      return { status: 400, body: { problem: "this answer belongs to no question of this browser" } };
    }
    if (answer.has("error")) {
      return { status: 403, body: { problem: answer.get("error"), connect: "/sign-in" } };
    }
    await workspaces.connect(session, answer.get("code"), redirectUri);
    return { status: 302, location: "/pages" };
  }

  /** What the app is for: it shows the pages that the person shared. */
  async function pages(session) {
    return { status: 200, body: { pages: await workspaces.pageTitles(session) } };
  }

  const routes = { "/sign-in": signIn, [new URL(redirectUri).pathname]: callback, "/pages": pages };

  return createServer(async (request, response) => {
    const url = new URL(request.url, redirectUri);
    const session = /(?:^|; )session=([0-9a-f-]{36})/.exec(request.headers.cookie ?? "")?.[1] ?? randomUUID();
    const { status, location, body } = await answer(routes[url.pathname], session, url.searchParams);
    response.writeHead(status, {
      "Content-Type": "application/json",
      "Set-Cookie": `session=${session}; HttpOnly; SameSite=Lax; Path=/`, // and Secure, where there is HTTPS
      ...(location && { Location: location }),
    });
    response.end(JSON.stringify(body));
  });
}

async function answer(route, session, query) {
  if (!route) {
    return { status: 404 };
  }
  try {
    return await route(session, query);
  } catch (error) {
    if (error instanceof NotConnected) {
      return { status: 401, body: { problem: "not connected", connect: "/sign-in" } };
    }
    console.error(error);
    return { status: 502, body: { problem: "the workspace cannot be reached right now" } };
  }
}
