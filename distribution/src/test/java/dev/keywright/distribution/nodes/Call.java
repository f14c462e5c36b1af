package dev.keywright.distribution.nodes;

import dev.keywright.distribution.App;

/**
 * One call about one authorization, as whoever made it saw it. Times are in nanoseconds of one clock.
 *
 * @param authorization its number in the round
 * @param generation that of the token that was presented; 0 where none was
 * @param sent before the first byte was sent
 * @param answered after the last byte came, or when nothing was expected any more
 */
record Call(int authorization, Kind kind, long generation, long sent, long answered, Answer answer) {
    /** What was asked for. */
    enum Kind {
        /** A pair for the code. */
        EXCHANGE,
        /** The next pair for the refresh token. */
        REFRESH,
        /** To get in with the access token. */
        USE,
        /** The authorization's end, by the app. */
        REVOKE,
        /** The end of all that the person allowed this app, by the person. */
        DISCONNECT
    }

    /** What came of it. */
    sealed interface Answer {}

    /** A pair. */
    record Issued(App.Pair pair) implements Answer {}

    /** It was done, or the bearer got in. */
    record Accepted() implements Answer {}

    /** It was refused. */
    record Refused() implements Answer {}

    /** The connection broke, or 503: it was done or it was not. */
    record Unknown() implements Answer {}

    /** Whether the token that was presented was honoured. */
    boolean honoured() {
        return answer instanceof Issued || (kind == Kind.USE && answer instanceof Accepted);
    }

    /** Whether this was answered before the other one was sent. */
    boolean before(Call other) {
        return answered < other.sent;
    }

    /** Whether this may have been at work before the other one was answered. */
    boolean mayPrecede(Call other) {
        return sent < other.answered;
    }

    /** The answer, without a token in it. */
    @Override
    public String toString() {
        return kind + (generation == 0 ? "" : " of generation " + generation) + " -> "
                + answer.getClass().getSimpleName();
    }
}
