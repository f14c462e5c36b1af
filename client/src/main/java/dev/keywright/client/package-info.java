/**
 * A typed Java client of the OAuth endpoints: it works against Notion, and against Keywright at any base URL. It owns what
 * an app needs between "connect" and "disconnect", {@link dev.keywright.client.AuthorizationUrl} to
 * {@link dev.keywright.client.TokenKeeper}. It knows the wire, the JDK and Jackson, and nothing of the server. What is
 * expected to fail is a value; what is secret prints as {@code ***}; nothing is logged.
 */
@NullMarked
package dev.keywright.client;

import org.jspecify.annotations.NullMarked;
