package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.BotId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.CodeHash;
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
    private final Map<BotId, Bot> installed = new HashMap<>();
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
    public Optional<Authorization> find(AuthorizationKey key) throws SQLException {
        return switch (key) {
            case AuthorizationId id -> {
                Authorization known = changed.get(id);
                Optional<Authorization> row = known != null
                        ? Optional.of(known)
                        : cache.authorization(id).map(RowCache.Stamped::row);
                yield row.isPresent() ? row : read(id).map(Grant::authorization);
            }
            case CodeHash hash -> GrantRows.find(statements, hash).map(Grant::authorization);
        };
    }

    /** Reads a row that is not in memory, and keeps its bot: the answer will ask for it. */
    private Optional<Grant> read(AuthorizationId id) throws SQLException {
        Optional<Grant> grant = GrantRows.find(statements, id);
        if (installed.isEmpty()) {
            grant.flatMap(Grant::bot).ifPresent(cache::fill);
        }
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
        installed.put(bot.id(), bot);
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
            cache.committed(number, changed.values(), installed.values());
        }
        return number;
    }
}
