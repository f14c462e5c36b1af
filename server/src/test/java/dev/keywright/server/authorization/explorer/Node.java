package dev.keywright.server.authorization.explorer;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Verdict;
import java.time.Instant;

/**
 * How far a node is with the one operation it has in hand. Reading and deciding are one step: a decision is a pure
 * function of what was read, so nothing that happens elsewhere can fall between the two and be noticed.
 */
sealed interface Node {
    /** Nothing in hand. */
    record Idle() implements Node {
        @Override
        public String toString() {
            return "idle";
        }
    }

    /**
     * The request has come in, or its write has lost the race and it begins again.
     *
     * @param stamp the time the decision goes by, which is not taken again after a lost race
     */
    record Asked(Request request, Instant stamp) implements Node {
        @Override
        public String toString() {
            return request + ", stamped " + stamp;
        }
    }

    /** The row was read and decided on, and nothing is written yet. */
    record Decided(Asked asked, Authorization read, Verdict<Answer> verdict) implements Node {
        @Override
        public String toString() {
            return asked + ": " + verdict.outcome().reason() + ", decided on version " + read.version();
        }
    }

    /** What there is to write is written, and the client has no answer yet. */
    record Answering(Answer answer) implements Node {
        @Override
        public String toString() {
            return "answering: " + answer.reason();
        }
    }
}
