package dev.keywright.server.authorization.explorer;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Honour;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.authorization.Revoke;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenKind;
import dev.keywright.server.authorization.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The decisions that a walk runs: the real ones, unless one is overridden to be broken on purpose. */
interface Decisions {
    Decisions REAL = new Decisions() {};

    default Decision<Redeem.Outcome> redeem(Redeem real) {
        return real;
    }

    default Decision<Refresh.Outcome> refresh(Refresh real) {
        return real;
    }

    default Decision<Revoke.Outcome> revoke(Revoke real) {
        return real;
    }

    default Authorization disconnected(Authorization row, Instant now) {
        return row.ended(EndReason.DISCONNECTED, now);
    }

    default Honour honour(Token token, Authorization row, AuthorizationPolicy policy, Instant now) {
        return Honour.of(token, row, policy, now);
    }

    /** The compare of the compare-and-set: whether what was decided on {@code read} may replace {@code stored}. */
    default boolean maySwap(Authorization stored, Authorization read) {
        return stored.version() == read.version();
    }

    /** Told of every answer that a request came to. */
    default void came(Answer answer) {}

    /**
     * What a request comes to on {@code row}, for a node that signs with {@code signing} and stamped it {@code now}. A
     * decision that throws has no reason to give.
     */
    default Verdict<Answer> decide(
            Request request, Authorization row, KeyId signing, AuthorizationPolicy policy, Instant now) {
        try {
            return verdict(request, row, signing, policy, now);
        } catch (RuntimeException e) {
            return verdict(Answer.NONE, Optional.empty());
        }
    }

    private Verdict<Answer> verdict(
            Request request, Authorization row, KeyId signing, AuthorizationPolicy policy, Instant now) {
        return switch (request) {
            case Request.RedeemCode(Client by) -> {
                Verdict<Redeem.Outcome> verdict =
                        redeem(redemption(by, signing, policy, now)).decide(row);
                yield verdict(Answer.of(verdict.outcome()), verdict.next());
            }
            case Request.RefreshWith(Pair pair, Client by) -> {
                Verdict<Refresh.Outcome> verdict = refresh(
                                new Refresh(pair.token(TokenKind.REFRESH), by.id(), signing, policy, now))
                        .decide(row);
                yield verdict(Answer.of(verdict.outcome()), verdict.next());
            }
            case Request.RevokeWith(Pair pair, Client by) -> {
                Verdict<Revoke.Outcome> verdict = revoke(
                                new Revoke(pair.token(TokenKind.REFRESH), by.id(), policy, now))
                        .decide(row);
                yield verdict(Answer.of(verdict.outcome()), verdict.next());
            }
            case Request.Disconnect() -> {
                Authorization over = disconnected(row, now);
                yield verdict(Answer.DISCONNECTED, over.equals(row) ? Optional.empty() : Optional.of(over));
            }
        };
    }

    private static Redeem redemption(Client by, KeyId signing, AuthorizationPolicy policy, Instant now) {
        return new Redeem(
                by.id(), Optional.empty(), Optional.empty(), Optional.empty(), Setup.COPY, signing, policy, now);
    }

    private static Verdict<Answer> verdict(Answer answer, Optional<Authorization> next) {
        return new Verdict<>(answer, next, List.of());
    }
}
