package dev.keywright.server.emulator;

import java.time.Duration;
import java.util.Optional;

/**
 * One way to go wrong.
 *
 * @param delay how long the request waits before anything else happens to it
 */
record Fault(Optional<Duration> delay, Effect effect) {
    /** What happens to the request after it waited. */
    sealed interface Effect {
        /** Nothing: it is answered as ever. */
        record None() implements Effect {}

        /**
         * An error in the form of its path, and nothing is done.
         *
         * @param retryAfter seconds, for the header of that name
         */
        record Status(int status, Optional<Integer> retryAfter) implements Effect {}

        /** These very bytes, and nothing is done. */
        record Body(int status, String contentType, String text) implements Effect {}

        /** The connection is closed, and nothing is done. */
        record DropBefore() implements Effect {}

        /** All is done, and the connection is closed before the answer. */
        record DropAfter() implements Effect {}

        /** It is done once for somebody else who sent the same a moment before, and then answered. */
        record Twice() implements Effect {}

        /** The refresh token in the answer is null. */
        record NoRefreshToken() implements Effect {}

        /** The code is refused as one that expired. */
        record ExpiredCode() implements Effect {}
    }

    /** An effect without a delay. */
    static Fault of(Effect effect) {
        return new Fault(Optional.empty(), effect);
    }
}
