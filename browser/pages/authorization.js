import { CLIENT, REDIRECT_URI } from "../../distribution/src/test/node/emulator.js";

/** The path of the built-in world's first connection's authorization URL; a parameter that is undefined is left out. */
export function authorizationPath(parameters = {}) {
  const all = { client_id: CLIENT.client_id, response_type: "code", owner: "user", redirect_uri: REDIRECT_URI, ...parameters };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return `/v1/oauth/authorize?${new URLSearchParams(given)}`;
}
