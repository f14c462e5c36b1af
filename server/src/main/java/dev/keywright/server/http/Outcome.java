package dev.keywright.server.http;

/** What became of a request. */
public sealed interface Outcome {
    /** It is answered. */
    record Answered(Answer answer) implements Outcome {}

    /**
     * It is answered, and not as it would have been.
     *
     * @param fault what was done to it, for the journal
     */
    record Faulted(Answer answer, String fault) implements Outcome {}

    /**
     * The connection is closed without an answer.
     *
     * @param why for the journal
     */
    record Dropped(String why) implements Outcome {}
}
