package dev.keywright.server.authorization.explorer;

import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Honour;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Holds the invariants against one world. Which tokens are honoured is asked of the decisions, for every token that was
 * issued and every other that a thief of the keys could make; what ought to be honoured is taken from the history alone.
 */
final class Checks {
    private static final KeyId SIGNING = new KeyId(0);

    private final World world;
    private final History history;
    private final AuthorizationPolicy policy;
    private final List<Pair> pairs;

    private Checks(World world) {
        this.world = world;
        this.history = world.history();
        this.policy = world.setup().policy();
        this.pairs = Pairs.upTo(history.written().newest() + 1).list();
    }

    /** The first of {@code watched} that does not hold in {@code world}. */
    static Optional<Invariant> broken(World world, Set<Invariant> watched) {
        Checks checks = new Checks(world);
        return watched.stream().filter(invariant -> !checks.holds(invariant)).findFirst();
    }

    private boolean holds(Invariant invariant) {
        return switch (invariant) {
            case I1 -> allHold(pair -> isNewestOrWithinTheGrace(pair) && repeatsTheNewest(pair));
            case I2 -> history.redeemed() <= 1;
            case I3 -> !history.ended() || (allHold(pair -> !isHonoured(pair)) && !isRedeemable(Client.OWNER));
            case I4 -> allHold(this::descendsIfHonoured) && !isRedeemable(Client.THIEF);
            case I5 -> allHold(this::livesIfHonoured);
            case I6 -> answersWhatIsCommitted();
            case I7 -> !history.unexplained() && allHold(this::isExplained);
        };
    }

    private boolean allHold(Predicate<Pair> check) {
        for (Pair pair : pairs) {
            if (!check.test(pair)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNewestOrWithinTheGrace(Pair pair) {
        long newest = history.descended().newest();
        return pair.generation() >= newest
                || (pair.generation() == newest - 1 && isWithin(policy.rotationGrace(), history.began()))
                || !isHonoured(pair);
    }

    private boolean repeatsTheNewest(Pair pair) {
        Optional<Pair> repeated = refresh(pair, Client.OWNER);
        long newest = history.descended().newest();
        return repeated.isEmpty()
                || pair.generation() >= newest
                || repeated.get().generation() == newest;
    }

    private boolean descendsIfHonoured(Pair pair) {
        return (history.descended().contains(pair) || !isHonoured(pair))
                && refresh(pair, Client.THIEF).isEmpty();
    }

    private boolean livesIfHonoured(Pair pair) {
        boolean rowLives = isWithin(policy.absoluteLifetime(), Setup.CONSENTED_AT)
                && isWithin(policy.idleLifetime(), history.began());
        boolean newest = pair.generation() == history.descended().newest();
        boolean accessLives =
                rowLives && isWithin(policy.accessTokenLifetime(), newest ? history.began() : history.beganBefore());
        return (rowLives || !isHonoured(pair)) && (accessLives || !isHonoured(pair.token(TokenKind.ACCESS)));
    }

    private boolean answersWhatIsCommitted() {
        for (Node node : world.nodes()) {
            if (node instanceof Node.Answering(Answer answer)
                    && answer.tokens().isPresent()
                    && !history.written().contains(answer.tokens().get())) {
                return false;
            }
        }
        return true;
    }

    private boolean isExplained(Pair pair) {
        return !decide(new Request.RefreshWith(pair, Client.OWNER)).reason().isBlank()
                && !decide(new Request.RevokeWith(pair, Client.OWNER)).reason().isBlank();
    }

    private boolean isHonoured(Pair pair) {
        return isHonoured(pair.token(TokenKind.ACCESS))
                || isHonoured(pair.token(TokenKind.REFRESH))
                || refresh(pair, Client.OWNER).isPresent();
    }

    private boolean isHonoured(Token token) {
        return world.decisions().honour(token, world.row(), policy, world.now()) instanceof Honour.Honoured;
    }

    private boolean isRedeemable(Client by) {
        return decide(new Request.RedeemCode(by)).tokens().isPresent();
    }

    private Optional<Pair> refresh(Pair pair, Client by) {
        return decide(new Request.RefreshWith(pair, by)).tokens();
    }

    private Answer decide(Request request) {
        return world.decisions()
                .decide(request, world.row(), SIGNING, policy, world.now())
                .outcome();
    }

    private boolean isWithin(Optional<Duration> lifetime, Instant since) {
        return lifetime.isEmpty() || isWithin(lifetime.get(), since);
    }

    /** Half-open; a clock that went back counts as no time at all. */
    private boolean isWithin(Duration window, Instant since) {
        Duration elapsed = Duration.between(since, world.now());
        return (elapsed.isNegative() ? Duration.ZERO : elapsed).compareTo(window) < 0;
    }
}
