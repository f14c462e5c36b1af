package dev.keywright.server.oauth;

import dev.keywright.server.authorization.Token;
import dev.keywright.server.store.Sighting;

/**
 * A token of this server that a request presents; whether it is still good is another question.
 *
 * @param authorization what it is a token of, which may be gone
 */
record Presented(Token token, Sighting authorization) {}
