package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.BotId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.authorization.Consequence;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Verdict;
import dev.keywright.server.store.Authorizations;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.sqlite.RowCache.Stamped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Authorizations on SQLite: decisions run in the writer, where no row can change under them. */
final class SqliteAuthorizations implements Authorizations {
    private static final Duration CODE_RETENTION = Duration.ofDays(1);
    private static final Duration ENDED_RETENTION = Duration.ofDays(30);
    private static final String SWEEP_PENDING = """
            DELETE FROM authorization WHERE status = 0 AND id IN
              (SELECT authorization_id FROM code WHERE expires_at <= ? ORDER BY expires_at, sha256 LIMIT ?)
            """;
    private static final String SWEEP_CODES = """
            DELETE FROM code WHERE sha256 IN
              (SELECT sha256 FROM code WHERE expires_at <= ? ORDER BY expires_at, sha256 LIMIT ?)
            """;
    private static final String SWEEP_ENDED = """
            DELETE FROM authorization WHERE id IN
              (SELECT id FROM authorization WHERE ended_at <= ? ORDER BY ended_at LIMIT ?)
            """;

    private final Writer writer;
    private final Readers readers;
    private final RowCache cache;
    private final Syncer syncer;
    private final RandomGenerator random;

    SqliteAuthorizations(Writer writer, Readers readers, RowCache cache, Syncer syncer, RandomGenerator random) {
        this.writer = writer;
        this.readers = readers;
        this.cache = cache;
        this.syncer = syncer;
        this.random = random;
    }

    @Override
    public void begin(Authorization pending, CodeHash code) {
        writer.write(group -> {
            AuthorizationRows.insert(group.statements(), pending, code);
            return true;
        });
    }

    @Override
    public <O> O apply(AuthorizationKey key, Decision<O> decision) {
        return writer.write(group -> {
            Optional<Authorization> row = group.find(key);
            return row.isPresent() ? carryOut(group, row.get().id(), decision.decide(row.get())) : decision.unknown();
        });
    }

    private <O> O carryOut(WriteGroup group, AuthorizationId decided, Verdict<O> verdict) throws SQLException {
        if (verdict.next().isPresent()) {
            group.update(verdict.next().get());
        }
        int live = 0;
        for (Consequence consequence : verdict.consequences()) {
            switch (consequence) {
                case Consequence.InstallBot(Bot bot) -> live = group.install(bot);
                case Consequence.CopyTemplate copy -> PageRows.copy(group.statements(), copy, random);
                case Consequence.EndUnusedLongest(Bot bot, int keep, Instant at) -> {
                    if (live > keep) {
                        group.end(
                                AuthorizationRows.unusedLongest(group.statements(), bot.id(), decided, keep),
                                EndReason.ONE_TOO_MANY,
                                at);
                    }
                }
            }
        }
        return verdict.outcome();
    }

    @Override
    public Optional<Grant> find(AuthorizationId id) {
        Optional<Grant> known = cached(id);
        if (known.isPresent()) {
            return known;
        }
        long commits = cache.commits();
        Optional<Grant> grant = readers.read(statements -> GrantRows.find(statements, id));
        grant.ifPresent(found -> cache.fill(found, commits));
        return grant;
    }

    private Optional<Grant> cached(AuthorizationId id) {
        Optional<Stamped<Authorization>> found = cache.authorization(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Authorization row = found.get().row();
        syncer.await(found.get().commit());
        if (!(row.state() instanceof Active)) {
            return Optional.of(new Grant(row, Optional.empty()));
        }
        Optional<Stamped<Bot>> bot = cache.bot(row.bot());
        bot.ifPresent(of -> syncer.await(of.commit()));
        return bot.map(of -> new Grant(row, Optional.of(of.row())));
    }

    @Override
    public List<Authorization> endAll(BotId bot, EndReason why, Instant now) {
        return writer.write(group -> {
            List<Authorization> ended = group.end(AuthorizationRows.notEnded(group.statements(), bot), why, now);
            return ended;
        });
    }

    @Override
    public int sweep(Instant now, int most) {
        return writer.write(group -> {
            Instant codesBefore = now.minus(CODE_RETENTION);
            int swept = group.statements().update(SWEEP_PENDING, codesBefore, most);
            swept += group.statements().update(SWEEP_CODES, codesBefore, most);
            swept += group.statements().update(SWEEP_ENDED, now.minus(ENDED_RETENTION), most);
            // What the cache still holds of these rows is ended or never redeemed, and so honours nothing.
            return swept;
        });
    }
}
