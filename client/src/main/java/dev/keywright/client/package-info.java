/**
 * A typed Java client of the OAuth endpoints: it works against Keywright and against Notion. It knows the protocol and
 * nothing of the server. Nothing is here yet but the room.
 */
@NullMarked
package dev.keywright.client;

import org.jspecify.annotations.NullMarked;
