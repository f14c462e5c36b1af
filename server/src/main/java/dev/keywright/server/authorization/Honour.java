package dev.keywright.server.authorization;

import java.time.Instant;
import java.util.Optional;

/** Whether a token is good, as introspection and every bearer check ask. It never changes a row. */
public sealed interface Honour {
    /**
     * The token is good.
     *
     * @param issuedAt the start of its generation
     * @param expiresAt when it stops by itself, if it does
     */
    record Honoured(Instant issuedAt, Optional<Instant> expiresAt) implements Honour {}

    /** The token is not good; {@code why} is for journal and log only. */
    record NotHonoured(String why) implements Honour {}

    /** Decides whether {@code token}, which names {@code row}, is honoured at {@code now}. */
    static Honour of(Token token, Authorization row, AuthorizationPolicy policy, Instant now) {
        return switch (Standing.of(token, row, policy, now)) {
            case Standing.Current(Issue issue) -> within(issue, end(token, row, issue, policy), now);
            case Standing.Previous(Issue issue) -> {
                Instant graceEnd = policy.graceEnd((Active) row.state());
                yield within(
                        issue,
                        AuthorizationPolicy.earliest(end(token, row, issue, policy), Optional.of(graceEnd)),
                        now);
            }
            case Standing.Replaced(long presented, long current) ->
                new NotHonoured("it is of generation " + presented + ", and the authorization is at " + current);
            case Standing.Ahead(long presented, long current) ->
                new NotHonoured("it is of generation " + presented + ", which the authorization (at " + current
                        + ") has not reached: was the database restored?");
            case Standing.OtherKey(KeyId keyId) ->
                new NotHonoured(
                        "it was made with key " + keyId + ", which the authorization did not use for that generation");
            case Standing.Outlived(Instant end) -> new NotHonoured("the authorization's lifetime ended at " + end);
            case Standing.Over(Ended ended) ->
                new NotHonoured("the authorization ended because " + ended.why().sentence());
        };
    }

    private static Optional<Instant> end(Token token, Authorization row, Issue issue, AuthorizationPolicy policy) {
        Active active = (Active) row.state();
        return token.kind() == TokenKind.ACCESS ? policy.accessTokenEnd(row, active, issue) : policy.endOf(row, active);
    }

    private static Honour within(Issue issue, Optional<Instant> end, Instant now) {
        return end.isPresent() && !now.isBefore(end.get())
                ? new NotHonoured("the access token expired at " + end.get())
                : new Honoured(issue.since(), end);
    }
}
