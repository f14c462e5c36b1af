package dev.keywright.server.authorization.explorer;

import java.time.Duration;

/** One thing that happens next. */
sealed interface Step {
    /** A request arrives at an idle node, which stamps it. */
    record Ask(int node, Request request) implements Step {
        @Override
        public String toString() {
            return "node " + node + " is asked: " + request;
        }
    }

    /** The node reads the row and decides on it. */
    record Decide(int node) implements Step {
        @Override
        public String toString() {
            return "node " + node + " reads and decides";
        }
    }

    /** The node writes if the row is still the one it read, else it begins again. */
    record Commit(int node) implements Step {
        @Override
        public String toString() {
            return "node " + node + " writes, if nobody else did";
        }
    }

    /** The answer arrives. */
    record Deliver(int node) implements Step {
        @Override
        public String toString() {
            return "the answer of node " + node + " arrives";
        }
    }

    /** The answer is lost on its way, or its node dies after the commit. */
    record Lose(int node) implements Step {
        @Override
        public String toString() {
            return "the answer of node " + node + " is lost";
        }
    }

    /** The node dies before the commit and comes back with nothing in hand. */
    record Crash(int node) implements Step {
        @Override
        public String toString() {
            return "node " + node + " crashes";
        }
    }

    /** The clock moves, forward or backward. */
    record Tick(Duration by) implements Step {
        @Override
        public String toString() {
            return "the clock moves by " + by;
        }
    }
}
