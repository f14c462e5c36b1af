package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.BotId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Verdict;
import dev.keywright.server.store.Authorizations;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.sql.GrantRows;
import dev.keywright.server.store.sql.SqlAuthorizations;
import dev.keywright.server.store.sqlite.RowCache.Stamped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Authorizations on SQLite: decisions run in the writer, where no row can change under them. That on a code runs before, and
 * in the writer only when another was quicker.
 */
final class SqliteAuthorizations implements Authorizations {
    private final SqlAuthorizations writing;
    private final Readers readers;
    private final RowCache cache;
    private final Syncer syncer;

    SqliteAuthorizations(SqlAuthorizations writing, Readers readers, RowCache cache, Syncer syncer) {
        this.writing = writing;
        this.readers = readers;
        this.cache = cache;
        this.syncer = syncer;
    }

    @Override
    public void begin(Authorization pending, CodeHash code) {
        writing.begin(pending, code);
    }

    @Override
    public <O> O apply(AuthorizationKey key, Decision<O> decision) {
        return switch (key) {
            case AuthorizationId id -> decide(id, decision).outcome();
            case CodeHash code -> redeem(code, decision);
        };
    }

    /** Decides in the writer, and tells what it left. */
    <O> SqlAuthorizations.Decided<O> decide(AuthorizationId id, Decision<O> decision) {
        return writing.decide(id, decision);
    }

    /** Reads beside the writer what is not in memory, and leaves the writer no more than to write. */
    private <O> O redeem(CodeHash code, Decision<O> decision) {
        Optional<Verdict<O>> verdict = readers.look(statements -> GrantRows.find(statements, code))
                .map(grant -> decision.decide(grant.authorization()));
        Optional<Authorization> next = verdict.flatMap(Verdict::next);
        if (verdict.isPresent() && next.isPresent()) {
            return writing.apply(next.get(), verdict.get(), decision);
        }
        readers.awaitDurable();
        return verdict.map(Verdict::outcome).orElseGet(decision::unknown);
    }

    @Override
    public List<Authorization> endAll(BotId bot, EndReason why, Instant now) {
        return writing.endAll(bot, why, now);
    }

    @Override
    public int sweep(Instant now, int most) {
        return writing.sweep(now, most);
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
}
