package dev.keywright.server.http;

/** What became of a request. */
public sealed interface Outcome {
    /** It is answered. */
    record Answered(Answer answer) implements Outcome {}

    /**
     * The connection is closed without an answer.
     *
     * @param why for the journal
     */
    record Dropped(String why) implements Outcome {}
}
