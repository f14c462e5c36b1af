import { CLIENT, REDIRECT_URI } from "../../distribution/src/test/node/emulator.js";

/** The third connection of the built-in world, which offers a template. */
export const TEMPLATE_CLIENT = {
  client_id: "475d779c-2396-4c52-a970-e819ae6f8f35",
  client_secret: "secret_for_tests_only_d393c5f96e75c454",
};
export const TEMPLATE_REDIRECT_URI = "http://localhost:5000/oauth/callback";

/** The path of the built-in world's first connection's authorization URL; a parameter that is undefined is left out. */
export function authorizationPath(parameters = {}) {
  const all = { client_id: CLIENT.client_id, response_type: "code", owner: "user", redirect_uri: REDIRECT_URI, ...parameters };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return `/v1/oauth/authorize?${new URLSearchParams(given)}`;
}
