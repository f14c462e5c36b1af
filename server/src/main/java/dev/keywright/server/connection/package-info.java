/**
 * Registered third-party apps, called connections: their credentials, the rules for their redirect URIs, and where
 * they may be installed; and resource servers, which only ask what a token is worth. Pure: knows the protocol, and nothing of storage, HTTP or authorizations.
 */
@NullMarked
package dev.keywright.server.connection;

import org.jspecify.annotations.NullMarked;
