package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.BotId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.sql.AuthorizationRows;
import dev.keywright.server.store.sql.GrantRows;
import dev.keywright.server.store.sql.Statements;
import dev.keywright.server.store.sql.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One transaction of the writer: the operations in it see each other's changes, and nobody else does until it commits. */
final class WriteGroup implements Transaction {
    private final SqliteConnection connection;
    private final Statements statements;
    private final RowCache cache;
    private final NameCache names;
    private final Map<AuthorizationId, Authorization> changed = new HashMap<>();
    private final Map<BotId, Bot> bots = new HashMap<>();
    private final Set<Object> renamed = new HashSet<>();
    private boolean changedEverything;

    WriteGroup(SqliteConnection connection, RowCache cache, NameCache names) {
        this.connection = connection;
        this.statements = connection.statements();
        this.cache = cache;
        this.names = names;
    }

    @Override
    public Statements statements() {
        return statements;
    }

    /** From memory when it is there, else in one read. */
    @Override
    public Optional<Grant> find(AuthorizationKey key) throws SQLException {
        Optional<Grant> known = key instanceof AuthorizationId id ? known(id) : Optional.empty();
        return known.isPresent() ? known : read(key);
    }

    private Optional<Grant> known(AuthorizationId id) {
        return Optional.ofNullable(changed.get(id))
                .or(() -> cache.authorization(id).map(RowCache.Stamped::row))
                .map(row -> Grant.of(row, bot(row.bot())))
                .filter(grant ->
                        grant.bot().isPresent() || !(grant.authorization().state() instanceof Active));
    }

    private Optional<Bot> bot(BotId id) {
        return Optional.ofNullable(bots.get(id)).or(() -> cache.bot(id).map(RowCache.Stamped::row));
    }

    private Optional<Grant> read(AuthorizationKey key) throws SQLException {
        Optional<Grant> grant = GrantRows.find(statements, key);
        grant.flatMap(Grant::bot).ifPresent(bot -> bots.put(bot.id(), bot));
        return grant;
    }

    @Override
    public void insert(Authorization row, Active active) throws SQLException {
        AuthorizationRows.insert(statements, row, active);
        changed.put(row.id(), row);
    }

    @Override
    public boolean overwrite(Authorization row) throws SQLException {
        boolean written = AuthorizationRows.overwrite(statements, row);
        if (written) {
            changed.put(row.id(), row);
        }
        return written;
    }

    @Override
    public int install(Bot bot) throws SQLException {
        int live = AuthorizationRows.install(statements, bot);
        bots.put(bot.id(), bot);
        return live;
    }

    @Override
    public void changedName(Object id) {
        renamed.add(id);
    }

    @Override
    public void changedEverything() {
        changedEverything = true;
    }

    /** Commits, and gives the commit's number: what it changed may be told to nobody before the commit is durable. */
    long commit() throws SQLException {
        long number = cache.announce();
        connection.commit();
        if (changedEverything) {
            cache.clear(number);
            names.clear();
        } else {
            if (!renamed.isEmpty()) {
                names.forget(renamed);
            }
            cache.committed(number, changed.values(), bots);
        }
        return number;
    }
}
