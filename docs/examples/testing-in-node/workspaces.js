import { setTimeout as pause } from "node:timers/promises";
import { Client, isHTTPResponseError } from "@notionhq/client";

const ATTEMPTS = 3;

/** There is no token, or none that counts any more: only the person can change that. */
export class NotConnected extends Error {}

/** The workspaces that people connected, each reached with the tokens of a session. */
export class Workspaces {
  #notion;
  #credentials;
  #tokens;
  #refreshes = new Map();

  constructor(baseUrl, credentials, tokens) {
    this.#notion = new Client({ baseUrl });
    this.#credentials = credentials;
    this.#tokens = tokens;
  }

  /** Exchanges a code. It is sent once: a code that is sent again ends what it began. */
  async connect(session, code, redirect_uri) {
    const grant = { grant_type: "authorization_code", code, redirect_uri };
    this.#tokens.set(session, await this.#notion.oauth.token({ ...this.#credentials, ...grant }));
  }

  /** The titles of the pages that the person shared. */
  async pageTitles(session) {
    const { results } = await this.#call(session, (auth) => this.#notion.search({ auth }));
    return results.map(({ properties }) => properties.title.title.map(({ plain_text }) => plain_text).join(""));
  }

  /** Calls the API with the session's access token; when that is refused, refreshes and calls once more. */
  async #call(session, request) {
    const token = this.#tokens.get(session);
    if (!token) {
      throw new NotConnected();
    }
    try {
      return await request(token.access_token);
    } catch (error) {
      if (!isHTTPResponseError(error) || error.status !== 401) {
        throw error;
      }
      return request(await this.#refreshed(session, token));
    }
  }

  /** One refresh at a time: whoever finds the token refused meanwhile gets what comes of it. */
  #refreshed(session, token) {
    if (!this.#refreshes.has(session)) {
      const refresh = this.#refresh(session, token).finally(() => this.#refreshes.delete(session));
      this.#refreshes.set(session, refresh);
    }
    return this.#refreshes.get(session);
  }

  async #refresh(session, refused) {
    const token = this.#tokens.get(session);
    if (token && token.access_token !== refused.access_token) {
      return token.access_token; // somebody else's refresh ended between the refusal and now
    }
    try {
      const next = await this.#nextPair(refused.refresh_token);
      this.#tokens.set(session, next);
      return next.access_token;
    } catch (error) {
      if (!isHTTPResponseError(error) || error.status !== 400) {
        throw error;
      }
      // invalid_grant: the person disconnected the app, or the tokens ended in another way.
      this.#tokens.delete(session);
      throw new NotConnected();
    }
  }

  /** When no answer came, the refresh may have been done: the same refresh token then gives the same pair again. */
  async #nextPair(refresh_token) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#notion.oauth.token({ ...this.#credentials, grant_type: "refresh_token", refresh_token });
      } catch (error) {
        if (isHTTPResponseError(error) || attempt === ATTEMPTS) {
          throw error;
        }
        await pause(attempt * 200);
      }
    }
  }
}
