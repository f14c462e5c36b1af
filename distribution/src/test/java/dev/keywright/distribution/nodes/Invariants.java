package dev.keywright.distribution.nodes;

import dev.keywright.distribution.App;
import dev.keywright.distribution.nodes.Call.Accepted;
import dev.keywright.distribution.nodes.Call.Issued;
import dev.keywright.distribution.nodes.Call.Kind;
import dev.keywright.distribution.nodes.Call.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Judges what was recorded. A call whose answer is unknown may have been done or not; calls that were under way at the same
 * time may have happened in either order.
 */
final class Invariants {
    private final long grace;

    /** Those of a server with this rotation grace. */
    Invariants(Duration grace) {
        this.grace = grace.toNanos();
    }

    /** What cannot have been, each in a sentence; empty when all is well. */
    List<String> violations(List<Call> history) {
        Map<Integer, List<Call>> authorizations =
                history.stream().collect(Collectors.groupingBy(Call::authorization, TreeMap::new, Collectors.toList()));
        List<String> violations = new ArrayList<>();
        authorizations.forEach((number, calls) -> new Chain(calls)
                .violations()
                .forEach(violation -> violations.add("authorization " + number + ": " + violation)));
        return violations;
    }

    /** The calls about one authorization. */
    private final class Chain {
        private final List<Call> calls;
        private final List<String> violations = new ArrayList<>();

        Chain(List<Call> calls) {
            this.calls = calls;
        }

        List<String> violations() {
            codesAreExchangedOnce();
            generationsFollowEachOther();
            for (Call call : calls) {
                if (call.honoured()) {
                    nothingIsHonouredAfterTheEnd(call);
                    nothingIsHonouredAfterItWasReplaced(call);
                    nothingComesBackToLife(call);
                } else if (call.answer() instanceof Refused) {
                    nothingIsRefusedWithoutReason(call);
                }
            }
            return violations;
        }

        /** I2. */
        private void codesAreExchangedOnce() {
            long exchanged = calls.stream()
                    .filter(call -> call.kind() == Kind.EXCHANGE && call.answer() instanceof Issued)
                    .count();
            if (exchanged > 1) {
                violations.add("its code was exchanged " + exchanged + " times (I2)");
            }
        }

        /** I1, I6: of a generation there is one pair, and a pair is followed by that of the next generation. */
        private void generationsFollowEachOther() {
            Map<Long, App.Pair> pairs = new HashMap<>();
            for (Call call : calls) {
                if (call.answer() instanceof Issued(App.Pair pair)) {
                    if (pair.generation() != call.generation() + 1) {
                        violations.add(call + ": was answered a pair of generation " + pair.generation() + " (I1)");
                    }
                    App.Pair first = pairs.computeIfAbsent(pair.generation(), generation -> pair);
                    if (!first.equals(pair)) {
                        violations.add("there are two pairs of generation " + pair.generation() + " (I1)");
                    }
                }
            }
        }

        /** I3. */
        private void nothingIsHonouredAfterTheEnd(Call call) {
            first(end -> isEnd(end) && end.before(call), end -> call + " after " + end + " had been answered (I3)");
        }

        /** I1: of two generations that were replaced the older is over at once, the other when the grace is. */
        private void nothingIsHonouredAfterItWasReplaced(Call call) {
            if (call.kind() == Kind.EXCHANGE) {
                return;
            }
            first(
                    refresh -> isIssuing(refresh) && call.generation() < refresh.generation() && refresh.before(call),
                    refresh -> call + " after " + refresh + " had been answered (I1)");
            first(
                    refresh -> isIssuing(refresh)
                            && call.generation() == refresh.generation()
                            && call.sent() - refresh.answered() >= grace,
                    refresh -> call + " when the grace was over (I1)");
        }

        /** I3, I8. */
        private void nothingComesBackToLife(Call call) {
            first(
                    use -> use.kind() == Kind.USE
                            && use.answer() instanceof Refused
                            && call.generation() <= use.generation()
                            && use.before(call),
                    use -> call + " after " + use + " had been answered (I8)");
        }

        /** I6, I8: whatever was answered is still so, until something that was sent can have ended it. */
        private void nothingIsRefusedWithoutReason(Call call) {
            if (calls.stream().noneMatch(other -> other.mayPrecede(call) && isReason(other, call))) {
                violations.add(call + " though nothing can have ended it: an answered operation was lost (I8)");
            }
        }

        private boolean isReason(Call other, Call call) {
            return switch (other.kind()) {
                case REVOKE, DISCONNECT -> !(other.answer() instanceof Refused);
                case EXCHANGE -> exchangesBefore(call) > 1;
                case REFRESH -> isReplay(other, call) || replaces(other, call);
                case USE -> false;
            };
        }

        /** How often the code may have been used; the first use of it ends nothing. */
        private long exchangesBefore(Call call) {
            return calls.stream()
                    .filter(other -> other.kind() == Kind.EXCHANGE && other.mayPrecede(call))
                    .count();
        }

        /** Whether it may have been decided after the pair that it asked for had been replaced. */
        private boolean isReplay(Call refresh, Call call) {
            return calls.stream()
                    .filter(other -> other.kind() == Kind.REFRESH && other.mayPrecede(call))
                    .anyMatch(other -> other.generation() > refresh.generation()
                            ? other.mayPrecede(refresh)
                            : isAfterGraceOf(other, refresh));
        }

        /** Whether the token of the call is replaced by it, and not honoured in its grace any more. */
        private boolean replaces(Call refresh, Call call) {
            return refresh.generation() > call.generation() || isAfterGraceOf(refresh, call);
        }

        private boolean isAfterGraceOf(Call refresh, Call call) {
            return call.generation() == refresh.generation() && call.answered() - refresh.sent() >= grace;
        }

        /** Whether the authorization was over when this was answered. */
        private boolean isEnd(Call call) {
            return switch (call.kind()) {
                case REVOKE, DISCONNECT -> call.answer() instanceof Accepted;
                // A code or refresh token of the app's own is refused when the authorization is over, or is over then.
                case EXCHANGE, REFRESH -> call.answer() instanceof Refused;
                case USE -> false;
            };
        }

        private boolean isIssuing(Call call) {
            return call.kind() == Kind.REFRESH && call.answer() instanceof Issued;
        }

        private void first(Predicate<Call> offends, Function<Call, String> sentence) {
            calls.stream().filter(offends).findFirst().map(sentence).ifPresent(violations::add);
        }
    }
}
