package dev.keywright.server.store.sql;

import dev.keywright.protocol.BotId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.authorization.Consequence;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Verdict;
import dev.keywright.server.store.Grant;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What is written of authorizations, each operation in a transaction of its own. */
public final class SqlAuthorizations {
    private static final Duration CODE_RETENTION = Duration.ofDays(1);
    private static final Duration ENDED_RETENTION = Duration.ofDays(30);
    private static final String SWEEP_PENDING = """
            DELETE FROM "authorization" WHERE status = 0 AND id IN
              (SELECT authorization_id FROM code WHERE expires_at <= ? ORDER BY expires_at, sha256 LIMIT ?)
            """;
    private static final String SWEEP_CODES = """
            DELETE FROM code WHERE sha256 IN
              (SELECT sha256 FROM code WHERE expires_at <= ? ORDER BY expires_at, sha256 LIMIT ?)
            """;
    private static final String SWEEP_ENDED = """
            DELETE FROM "authorization" WHERE id IN
              (SELECT id FROM "authorization" WHERE ended_at <= ? ORDER BY ended_at LIMIT ?)
            """;

    private final Transactions transactions;
    private final RandomGenerator random;

    /** Makes the ids of copied pages with {@code random}. */
    public SqlAuthorizations(Transactions transactions, RandomGenerator random) {
        this.transactions = transactions;
        this.random = random;
    }

    /** As the port has it. */
    public void begin(Authorization pending, CodeHash code) {
        transactions.write(transaction -> {
            AuthorizationRows.insert(transaction.statements(), pending, code);
            return true;
        });
    }

    /**
     * What a decision came to.
     *
     * @param grant as the decision left it, with the bot that was installed before it; empty when there is none
     */
    public record Decided<O>(O outcome, Optional<Grant> grant) {}

    /** Decides on the row that {@code key} names, and carries it out. */
    public <O> Decided<O> decide(AuthorizationKey key, Decision<O> decision) {
        return transactions.write(transaction -> decide(transaction, key, decision));
    }

    /**
     * Carries out what was decided on a row that is changed, as it was seen before this transaction. When another has changed
     * it meanwhile it is decided anew.
     */
    public <O> O apply(Authorization next, Verdict<O> verdict, Decision<O> decision) {
        return transactions.write(transaction -> transaction.overwrite(next)
                ? carryOut(transaction, next.id(), verdict)
                : decide(transaction, next.id(), decision).outcome());
    }

    private <O> Decided<O> decide(Transaction transaction, AuthorizationKey key, Decision<O> decision)
            throws SQLException {
        Optional<Grant> found = transaction.find(key);
        if (found.isEmpty()) {
            return new Decided<>(decision.unknown(), Optional.empty());
        }
        Authorization row = found.get().authorization();
        Verdict<O> verdict = decision.decide(row);
        if (verdict.next().isPresent()) {
            transaction.update(verdict.next().get());
        }
        O outcome = carryOut(transaction, row.id(), verdict);
        Authorization left = verdict.next().orElse(row);
        return new Decided<>(outcome, Optional.of(Grant.of(left, found.get().bot())));
    }

    /** Carries out what follows from a decision whose row is written. */
    private <O> O carryOut(Transaction transaction, AuthorizationId decided, Verdict<O> verdict) throws SQLException {
        int live = 0;
        for (Consequence consequence : verdict.consequences()) {
            switch (consequence) {
                case Consequence.InstallBot(Bot bot) -> live = transaction.install(bot);
                case Consequence.CopyTemplate copy -> PageRows.copy(transaction.statements(), copy, random);
                case Consequence.EndUnusedLongest(Bot bot, int keep, Instant at) -> {
                    if (live > keep) {
                        transaction.end(
                                AuthorizationRows.unusedLongest(transaction.statements(), bot.id(), decided, keep),
                                EndReason.ONE_TOO_MANY,
                                at);
                    }
                }
            }
        }
        return verdict.outcome();
    }

    /** As the port has it. */
    public List<Authorization> endAll(BotId bot, EndReason why, Instant now) {
        return transactions.write(
                transaction -> transaction.end(AuthorizationRows.notEnded(transaction.statements(), bot), why, now));
    }

    /** As the port has it. */
    public int sweep(Instant now, int most) {
        return transactions.write(transaction -> {
            Statements statements = transaction.statements();
            Instant codesBefore = now.minus(CODE_RETENTION);
            int swept = statements.update(SWEEP_PENDING, codesBefore, most);
            swept += statements.update(SWEEP_CODES, codesBefore, most);
            swept += statements.update(SWEEP_ENDED, now.minus(ENDED_RETENTION), most);
            // What a cache still holds of these rows is ended or never redeemed, and so honours nothing.
            return swept;
        });
    }
}
