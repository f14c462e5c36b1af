package dev.keywright.distribution.nodes;

import dev.keywright.distribution.nodes.Call.Accepted;
import dev.keywright.distribution.nodes.Call.Issued;
import dev.keywright.distribution.nodes.Call.Kind;
import dev.keywright.distribution.nodes.Call.Unknown;
import java.time.Duration;
import java.util.List;

/**
 * How much a round has done so far.
 *
 * @param disconnected how many grants were disconnected
 * @param unknown how many calls were not answered
 * @param lostAcknowledgements how many commits were not acknowledged though they were done
 * @param afterFailover how many calls the promoted database answered
 * @param longestWait how long the slowest call took
 */
record Exercise(
        long exchanges,
        long refreshes,
        long revocations,
        long disconnected,
        long unknown,
        long lostAcknowledgements,
        long afterFailover,
        Duration longestWait) {
    /** That of a site, as a history has it. */
    static Exercise of(List<Call> calls, Site site) {
        return new Exercise(
                done(calls, Kind.EXCHANGE),
                done(calls, Kind.REFRESH),
                done(calls, Kind.REVOKE),
                done(calls, Kind.DISCONNECT),
                calls.stream().filter(call -> call.answer() instanceof Unknown).count(),
                site.lostAcknowledgements(),
                calls.stream()
                        .filter(call -> call.sent() > site.failedOverAt() && !(call.answer() instanceof Unknown))
                        .count(),
                Duration.ofNanos(calls.stream()
                        .mapToLong(call -> call.answered() - call.sent())
                        .max()
                        .orElse(0)));
    }

    private static long done(List<Call> calls, Kind kind) {
        return calls.stream()
                .filter(call -> call.kind() == kind)
                .filter(call -> call.answer() instanceof Issued || call.answer() instanceof Accepted)
                .count();
    }

    /** Whether it is so much that what was found out means something. */
    boolean suffices() {
        return exchanges >= 30
                && refreshes >= 100
                && revocations >= 3
                && disconnected >= 5
                && unknown >= 1
                && lostAcknowledgements >= 1
                && afterFailover >= 50;
    }
}
