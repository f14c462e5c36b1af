package dev.keywright.server.http;

import java.util.function.Supplier;

/** What stands between a request and its endpoint, where the emulator makes things go wrong on purpose. */
public interface Faults {
    /** Nothing goes wrong. */
    Faults NONE = (request, endpoint) -> new Outcome.Answered(endpoint.get());

    /** What becomes of a request; {@code endpoint} answers it, as often as it is asked to. */
    Outcome around(Request request, Supplier<Answer> endpoint);
}
