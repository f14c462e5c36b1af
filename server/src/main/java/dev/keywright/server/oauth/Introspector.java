package dev.keywright.server.oauth;

import dev.keywright.server.authorization.TokenKind;
import dev.keywright.server.bearer.Inspected;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.ResourceServer;

/** Who asks what a token is worth (RFC 7662 §2.1). */
public sealed interface Introspector {
    /** Whether this one may learn of a live token; otherwise the token looks like no token. */
    boolean maySee(Inspected.Live live);

    /** A connection, which learns of its own tokens. */
    record OfOwnTokens(Connection connection) implements Introspector {
        @Override
        public boolean maySee(Inspected.Live live) {
            return live.connection().id().equals(connection.id());
        }
    }

    /**
     * A resource server, which learns of whosoever's access tokens. Refresh tokens are never sent to resource servers (RFC
     * 6749 §1.5), and what cannot be used at the one that asks is not active to it (RFC 7662 §4).
     */
    record OfAccessTokens(ResourceServer server) implements Introspector {
        @Override
        public boolean maySee(Inspected.Live live) {
            return live.token().kind() == TokenKind.ACCESS;
        }
    }
}
