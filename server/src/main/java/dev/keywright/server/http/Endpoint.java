package dev.keywright.server.http;

/** Answers the requests of one route. */
public interface Endpoint {
    /** The answer; expected refusals are answers too. */
    Answer answer(Request request);

    /** Whether the body is read before it answers; otherwise it sees an empty one, whatever was sent. */
    default boolean readsBody() {
        return true;
    }
}
