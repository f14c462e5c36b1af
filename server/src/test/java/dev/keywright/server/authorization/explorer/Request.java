package dev.keywright.server.authorization.explorer;

/** What a node is asked to do. */
sealed interface Request {
    /** The one code of the walk is presented, for the first time or again. */
    record RedeemCode(Client by) implements Request {
        @Override
        public String toString() {
            return by + " presents the code";
        }
    }

    /** A refresh token that was once answered is presented: the newest, an older one, or one presented before. */
    record RefreshWith(Pair pair, Client by) implements Request {
        @Override
        public String toString() {
            return by + " refreshes with " + pair;
        }
    }

    /** A token that was once answered is revoked. */
    record RevokeWith(Pair pair, Client by) implements Request {
        @Override
        public String toString() {
            return by + " revokes " + pair;
        }
    }

    /** The person ends the connection. */
    record Disconnect() implements Request {
        @Override
        public String toString() {
            return "the person disconnects";
        }
    }
}
