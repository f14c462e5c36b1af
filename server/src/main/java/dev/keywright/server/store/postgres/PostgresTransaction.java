package dev.keywright.server.store.postgres;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.sql.AuthorizationRows;
import dev.keywright.server.store.sql.GrantRows;
import dev.keywright.server.store.sql.Statements;
import dev.keywright.server.store.sql.Transaction;
import java.sql.SQLException;
import java.util.Optional;

/** A transaction whose every read asks the database: a node remembers nothing that another may have changed. */
final class PostgresTransaction implements Transaction {
    private static final String RAISE = "UPDATE name_revision SET revision = revision + 1";

    private final Statements statements;
    private boolean changedName;
    private boolean changedEverything;

    PostgresTransaction(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Statements statements() {
        return statements;
    }

    @Override
    public Optional<Grant> find(AuthorizationKey key) throws SQLException {
        return GrantRows.find(statements, key);
    }

    @Override
    public void insert(Authorization row, Active active) throws SQLException {
        AuthorizationRows.insert(statements, row, active);
    }

    @Override
    public boolean overwrite(Authorization row) throws SQLException {
        return AuthorizationRows.overwrite(statements, row);
    }

    @Override
    public int install(Bot bot) throws SQLException {
        return AuthorizationRows.install(statements, bot);
    }

    @Override
    public void changedName(Object id) {
        changedName = true;
    }

    @Override
    public void changedEverything() {
        changedName = true;
        changedEverything = true;
    }

    /** Before the commit: tells all nodes that a name is another. Last, so that nobody waits for long. */
    void finish() throws SQLException {
        if (changedName && statements.update(RAISE) != 1) {
            throw new SQLException("the table name_revision has no row: no other server would hear of this change");
        }
    }

    /** Whether indexes of titles are to be forgotten. */
    boolean hasChangedEverything() {
        return changedEverything;
    }
}
