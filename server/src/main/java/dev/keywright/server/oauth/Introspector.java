package dev.keywright.server.oauth;

import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.ResourceServer;

/** Who asks what a token is worth (RFC 7662 §2.1). */
public sealed interface Introspector {
    /** Whether this one may learn of a token of this connection; otherwise the token looks like no token. */
    boolean maySee(Connection owner);

    /** A connection, which learns of its own tokens. */
    record OfOwnTokens(Connection connection) implements Introspector {
        @Override
        public boolean maySee(Connection owner) {
            return owner.id().equals(connection.id());
        }
    }

    /** A resource server, to which all tokens are shown, whosoever's they are. */
    record OfAllTokens(ResourceServer server) implements Introspector {
        @Override
        public boolean maySee(Connection owner) {
            return true;
        }
    }
}
