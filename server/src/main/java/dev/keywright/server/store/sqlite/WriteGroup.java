package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.BotId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.store.Grant;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One transaction of the writer: the operations in it see each other's changes, and nobody else does until it commits. */
final class WriteGroup {
    private final Statements statements;
    private final RowCache cache;
    private final NameCache names;
    private final Map<AuthorizationId, Authorization> changed = new HashMap<>();
    private final Map<BotId, Bot> installed = new HashMap<>();
    private final Set<Object> renamed = new HashSet<>();
    private boolean changedEverything;

    WriteGroup(Statements statements, RowCache cache, NameCache names) {
        this.statements = statements;
        this.cache = cache;
        this.names = names;
    }

    Statements statements() {
        return statements;
    }

    /** The row as this transaction sees it: from memory when it is there, else in one read. */
    Optional<Authorization> find(AuthorizationKey key) throws SQLException {
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

    void insert(Authorization row, Active active) throws SQLException {
        AuthorizationRows.insert(statements, row, active);
        changed.put(row.id(), row);
    }

    void update(Authorization row) throws SQLException {
        AuthorizationRows.update(statements, row);
        changed.put(row.id(), row);
    }

    /** Ends those of these rows that have not ended; gives them as they are then. */
    List<Authorization> end(List<AuthorizationId> ids, EndReason why, Instant now) throws SQLException {
        List<Authorization> ended = new ArrayList<>();
        for (AuthorizationId id : ids) {
            Authorization over = find(id).orElseThrow().ended(why, now);
            update(over);
            ended.add(over);
        }
        return ended;
    }

    /** Gives the bot what its last redeemed consent granted; says how many live authorizations it has. */
    int install(Bot bot) throws SQLException {
        int live = AuthorizationRows.install(statements, bot);
        installed.put(bot.id(), bot);
        return live;
    }

    /** Says that this transaction changed a connection, a person or a workspace. */
    void changedName(Object id) {
        renamed.add(id);
    }

    /** Says that this transaction changed more than it can name. */
    void changedEverything() {
        changedEverything = true;
    }

    /** Commits, and gives the commit's number: what it changed may be told to nobody before the commit is durable. */
    long commit() throws SQLException {
        long number = cache.announce();
        statements.commit();
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
