package dev.keywright.server;

import dev.keywright.protocol.Dialect;

/**
 * As whom the server speaks to apps.
 *
 * @param url where people and apps reach it, without a slash at its end
 */
record Issuer(Dialect dialect, String url) {}
