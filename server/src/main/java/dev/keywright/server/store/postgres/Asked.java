package dev.keywright.server.store.postgres;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.authorization.Verdict;
import dev.keywright.server.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One who waits for what a decision comes to. Belongs to one lane's thread until it is answered. */
final class Asked<O> {
    private final AuthorizationKey key;
    private final Decision<O> decision;
    private final Awaited<Decided<O>> answer = new Awaited<>();
    private final List<Attempt<O>> unknown = new ArrayList<>();
    private Optional<GroupReads.Found> seen;
    private Optional<O> outcome = Optional.empty();
    private int attempts;

    Asked(AuthorizationKey key, Decision<O> decision, Optional<GroupReads.Found> seen) {
        this.key = key;
        this.decision = decision;
        this.seen = seen;
    }

    /**
     * A write of which nobody knows whether it was done.
     *
     * @param operation what it would have left in the row
     * @param before the version that it was decided on
     */
    private record Attempt<O>(byte[] operation, long before, O outcome) {}

    /**
     * What a decision came to.
     *
     * @param row what was decided on as it is now; empty when there is no such row
     */
    record Decided<O>(O outcome, Optional<GroupReads.Found> row) {}

    AuthorizationKey key() {
        return key;
    }

    /** The row as the asker saw it, the first time: whoever has to try again has to look again. */
    Optional<GroupReads.Found> takeSeen() {
        Optional<GroupReads.Found> taken = seen;
        seen = Optional.empty();
        return taken;
    }

    /** Waits for the answer. */
    Decided<O> await() {
        return answer.await();
    }

    /** Decides on the row as it is now. */
    Verdict<O> decide(Authorization row) {
        Verdict<O> verdict = decision.decide(row);
        outcome = Optional.of(verdict.outcome());
        return verdict;
    }

    /** What was decided is so, and the row is as given: that is durable, or nothing changes. */
    void answer(GroupReads.Found row) {
        answer.complete(new Decided<>(outcome.orElseThrow(), Optional.of(row)));
    }

    /** There is no such row. */
    void answerUnknown() {
        if (unknown.isEmpty()) {
            answer.complete(new Decided<>(decision.unknown(), Optional.empty()));
        } else {
            fail(outcomeUnknown());
        }
    }

    void fail(Throwable cause) {
        answer.fail(cause);
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    /** The connection was lost while this was written over version {@code before}. */
    void lost(byte[] operation, long before) {
        unknown.add(new Attempt<>(operation, before, outcome.orElseThrow()));
    }

    /**
     * Answers by what the row tells of an earlier attempt; false when it must be decided now. A row that still has the
     * version that was decided on was not written, and whatever of the attempt is still under way will not be able to.
     */
    boolean settledBy(GroupReads.Found row) {
        for (Attempt<O> attempt : unknown) {
            if (row.operation().isPresent()
                    && Arrays.equals(attempt.operation(), row.operation().get())) {
                answer.complete(new Decided<>(attempt.outcome(), Optional.of(row)));
                return true;
            }
        }
        if (unknown.stream()
                .anyMatch(attempt ->
                        attempt.before() != row.grant().authorization().version())) {
            fail(outcomeUnknown());
            return true;
        }
        return false;
    }

    private static StoreUnavailableException outcomeUnknown() {
        return new StoreUnavailableException(
                "the connection was lost during a write, and another has written since; whether it was done is not known");
    }

    /** Counts an attempt that came to nothing; gives how many there were. */
    int countAttempt() {
        return ++attempts;
    }
}
