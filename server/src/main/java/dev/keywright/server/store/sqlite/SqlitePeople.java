package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.PersonId;
import dev.keywright.server.store.Account;
import dev.keywright.server.store.People;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People on SQLite. */
final class SqlitePeople implements People {
    private static final String ACCOUNT = "SELECT admin, active FROM person WHERE id = ?";
    private static final String BY_EMAIL =
            "SELECT id FROM person WHERE lower(email) = lower(?) ORDER BY email = ? DESC LIMIT 1";
    private static final String LIST = "SELECT id FROM person ORDER BY position LIMIT ? OFFSET ?";
    private static final String ENSURE_ADMIN = """
            UPDATE person SET admin = 1 WHERE id = (SELECT id FROM person ORDER BY position LIMIT 1)
              AND NOT EXISTS (SELECT 1 FROM person WHERE admin = 1)
            """;

    private final Writer writer;
    private final Readers readers;

    SqlitePeople(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public Optional<Account> account(PersonId id) {
        return readers.readAll(statements -> account(statements, id));
    }

    @Override
    public Optional<Account> byEmail(String email) {
        return readers.readAll(statements -> byEmail(statements, email));
    }

    static Optional<Account> byEmail(Statements statements, String email) throws SQLException {
        Optional<UUID> id =
                WorldRows.ids(statements, BY_EMAIL, email, email).stream().findFirst();
        return id.isPresent() ? account(statements, new PersonId(id.get())) : Optional.empty();
    }

    static Optional<Account> account(Statements statements, PersonId id) throws SQLException {
        PreparedStatement statement = statements.of(ACCOUNT);
        Columns.bind(statement, id.value());
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

    @Override
    public List<Account> list(int skipped, int most) {
        return readers.readAll(statements -> {
            List<Account> accounts = new ArrayList<>();
            for (UUID id : WorldRows.ids(statements, LIST, most, skipped)) {
                account(statements, new PersonId(id)).ifPresent(accounts::add);
            }
            return accounts;
        });
    }

    @Override
    public void ensureAdmin() {
        writer.write(group -> group.statements().update(ENSURE_ADMIN));
    }
}
