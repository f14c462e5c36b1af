package dev.keywright.server.wire;

/** What a token answer brought. */
record Pair(String access, String refresh, String botId) {
    static Pair of(Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError("no tokens: " + reply);
        }
        return new Pair(reply.field("access_token"), reply.field("refresh_token"), reply.field("bot_id"));
    }
}
