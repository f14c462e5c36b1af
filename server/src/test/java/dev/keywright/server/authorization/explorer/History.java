package dev.keywright.server.authorization.explorer;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Pending;
import java.time.Instant;

/**
 * What the walk itself remembers, so that the row need not be believed.
 *
 * @param written the pairs that were ever the row's current one
 * @param descended those of them that were made by the redemption, or by one rotation of the newest of them
 * @param answered the pairs that arrived at a client; everybody knows their tokens
 * @param redeemed how often a redemption was committed, at most 2
 * @param began when the newest descended generation began
 * @param beganBefore when the one before it began
 * @param ended whether a client was told that it is over
 * @param unexplained whether a decision failed, or gave no reason
 */
record History(
        Pairs written,
        Pairs descended,
        Pairs answered,
        int redeemed,
        Instant began,
        Instant beganBefore,
        boolean ended,
        boolean unexplained) {
    static final History NONE =
            new History(Pairs.NONE, Pairs.NONE, Pairs.NONE, 0, Setup.CONSENTED_AT, Setup.CONSENTED_AT, false, false);

    /** A write took the row from one state to another, for a request stamped {@code stamp}. */
    History wrote(Authorization before, Authorization after, Instant stamp) {
        if (!(after.state() instanceof Active active)) {
            return this;
        }
        Pair pair = Pair.of(active);
        History more =
                new History(written.with(pair), descended, answered, redeemed, began, beganBefore, ended, unexplained);
        return descends(before, active) ? more.descended(pair, stamp) : more;
    }

    private boolean descends(Authorization before, Active after) {
        return before.state() instanceof Pending
                ? after.generation() == 1 && descended.equals(Pairs.NONE)
                : before.state() instanceof Active parent
                        && descended.contains(Pair.of(parent))
                        && parent.generation() == descended.newest()
                        && parent.generation() + 1 == after.generation();
    }

    private History descended(Pair pair, Instant stamp) {
        // A stamp never goes back (DESIGN.md, "Time").
        Instant begins = stamp.isBefore(began) ? began : stamp;
        return new History(written, descended.with(pair), answered, redeemed, begins, began, ended, unexplained);
    }

    /** A decision came to an answer. */
    History decided(Answer answer) {
        return answer.reason().isBlank()
                ? new History(written, descended, answered, redeemed, began, beganBefore, ended, true)
                : this;
    }

    /** A redemption was committed, or answered without a commit. */
    History redemption() {
        int times = Math.min(2, redeemed + 1);
        return new History(written, descended, answered, times, began, beganBefore, ended, unexplained);
    }

    /** The answer arrived. */
    History arrived(Answer answer) {
        Pairs known = answer.tokens().map(answered::with).orElse(answered);
        return new History(
                written, descended, known, redeemed, began, beganBefore, ended || answer.ended(), unexplained);
    }
}
