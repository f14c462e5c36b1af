package dev.keywright.server.store.sql;

import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.store.Account;
import dev.keywright.server.store.People;
import dev.keywright.server.workspace.Workspace;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People in tables. */
final class SqlPeople implements People {
    private static final String ACCOUNT = "SELECT admin, active FROM person WHERE id = ?";
    private static final String BY_EMAIL =
            "SELECT id FROM person WHERE lower(email) = lower(?) ORDER BY email = ? DESC LIMIT 1";
    private static final String LIST = "SELECT id FROM person ORDER BY position LIMIT ? OFFSET ?";
    private static final String ENSURE_ADMIN = """
            UPDATE person SET admin = 1 WHERE id = (SELECT id FROM person ORDER BY position LIMIT 1)
              AND NOT EXISTS (SELECT 1 FROM person WHERE admin = 1)
            """;

    private static final String INSERT = """
            INSERT INTO person (id, position, email, name, avatar_url)
            VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM person), ?, ?, ?)
            """;

    private static final String WORKSPACES_OF = """
            SELECT w.id FROM workspace_member m JOIN workspace w ON w.id = m.workspace_id
            WHERE m.person_id = ? ORDER BY w.position
            """;
    private static final String WORKSPACE = "SELECT id FROM workspace WHERE id = ?";
    private static final String OTHER_ADMIN =
            "SELECT id FROM person WHERE admin = 1 AND active = 1 AND id <> ? LIMIT 1";
    private static final String SET_ADMIN = "UPDATE person SET admin = ? WHERE id = ?";
    private static final String SET_ACTIVE = "UPDATE person SET active = ? WHERE id = ?";

    /** What lets a person in. */
    private static final List<String> LOCK_OUT = List.of(
            "DELETE FROM session WHERE person_id = ?",
            "DELETE FROM device WHERE person_id = ?",
            "DELETE FROM invitation WHERE person_id = ?");

    private final Transactions transactions;

    SqlPeople(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Account> account(PersonId id) {
        return transactions.readAll(statements -> account(statements, id));
    }

    @Override
    public Optional<Account> byEmail(String email) {
        return transactions.readAll(statements -> byEmail(statements, email));
    }

    static Optional<Account> byEmail(Statements statements, String email) throws SQLException {
        Optional<UUID> id =
                WorldRows.ids(statements, BY_EMAIL, email, email).stream().findFirst();
        return id.isPresent() ? account(statements, new PersonId(id.get())) : Optional.empty();
    }

    static Optional<Account> account(Statements statements, PersonId id) throws SQLException {
        PreparedStatement statement = statements.bound(ACCOUNT, id.value());
        boolean admin;
        boolean active;
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            admin = row.getBoolean(1);
            active = row.getBoolean(2);
        }
        return WorldRows.person(statements, id).map(person -> new Account(person, admin, active));
    }

    /** One more person, after all others. */
    static void insert(Statements statements, Person person) throws SQLException {
        statements.update(INSERT, person.id().value(), person.email(), person.name(), person.avatarUrl());
    }

    @Override
    public List<Account> list(int skipped, int most) {
        return transactions.readAll(statements -> {
            List<Account> accounts = new ArrayList<>();
            for (UUID id : WorldRows.ids(statements, LIST, most, skipped)) {
                account(statements, new PersonId(id)).ifPresent(accounts::add);
            }
            return accounts;
        });
    }

    @Override
    public List<Workspace> workspacesOf(PersonId person) {
        return transactions.readAll(statements -> {
            List<Workspace> workspaces = new ArrayList<>();
            for (UUID id : WorldRows.ids(statements, WORKSPACES_OF, person.value())) {
                WorldRows.workspace(statements, new WorkspaceId(id)).ifPresent(workspaces::add);
            }
            return workspaces;
        });
    }

    @Override
    public boolean add(Person person, List<WorkspaceId> workspaces) {
        return transactions.write(transaction -> {
            Statements statements = transaction.statements();
            if (byEmail(statements, person.email()).isPresent()) {
                return false;
            }
            insert(statements, person);
            for (WorkspaceId workspace : workspaces) {
                if (!WorldRows.ids(statements, WORKSPACE, workspace.value()).isEmpty()) {
                    WorkspaceRows.addMember(statements, workspace, person.id());
                    transaction.changedName(workspace);
                }
            }
            return true;
        });
    }

    @Override
    public boolean setAdmin(PersonId person, boolean admin) {
        return transactions.write(transaction -> {
            if (!admin && !anotherAdmin(transaction.statements(), person)) {
                return false;
            }
            transaction.statements().update(SET_ADMIN, admin, person.value());
            return true;
        });
    }

    private static boolean anotherAdmin(Statements statements, PersonId person) throws SQLException {
        return !WorldRows.ids(statements, OTHER_ADMIN, person.value()).isEmpty();
    }

    @Override
    public Optional<List<Authorization>> deactivate(PersonId person, Instant now) {
        return transactions.write(transaction -> {
            Statements statements = transaction.statements();
            if (!anotherAdmin(statements, person)) {
                return Optional.empty();
            }
            statements.update(SET_ACTIVE, false, person.value());
            for (String sql : LOCK_OUT) {
                statements.update(sql, person.value());
            }
            return Optional.of(
                    transaction.end(AuthorizationRows.notEnded(statements, person), EndReason.PERSON_DEACTIVATED, now));
        });
    }

    @Override
    public void activate(PersonId person) {
        transactions.write(transaction -> transaction.statements().update(SET_ACTIVE, true, person.value()));
    }

    @Override
    public void ensureAdmin() {
        transactions.write(transaction -> transaction.statements().update(ENSURE_ADMIN));
    }
}
