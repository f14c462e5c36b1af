package dev.keywright.server.http;

/** Answers the requests of one method and path. */
public interface Endpoint {
    /** The answer; expected refusals are answers too. */
    Answer answer(Request request);
}
