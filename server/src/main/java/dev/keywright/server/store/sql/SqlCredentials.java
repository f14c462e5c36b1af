package dev.keywright.server.store.sql;

import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.store.Account;
import dev.keywright.server.store.Credentials;
import dev.keywright.server.store.SecretHash;
import dev.keywright.server.workspace.Workspace;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Passwords, devices and one-time links in tables. */
final class SqlCredentials implements Credentials {
    private static final int DEVICES = 10;
    private static final String PASSWORD = "SELECT phc FROM password WHERE person_id = ?";
    private static final String SET_PASSWORD = """
            INSERT INTO password (person_id, phc) VALUES (?, ?)
            ON CONFLICT (person_id) DO UPDATE SET phc = excluded.phc
            """;
    private static final String IMPROVE = "UPDATE password SET phc = ? WHERE person_id = ? AND phc = ?";
    private static final String END_SESSIONS = "DELETE FROM session WHERE person_id = ? AND sha256 <> ?";
    private static final String FORGET_DEVICES = "DELETE FROM device WHERE person_id = ?";
    private static final String IS_KNOWN_DEVICE = "SELECT 1 FROM device WHERE person_id = ? AND sha256 = ?";
    private static final String REMEMBER = """
            INSERT INTO device (person_id, sha256, known_since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String FORGET_OLDEST = """
            DELETE FROM device WHERE person_id = ? AND sha256 NOT IN
              (SELECT sha256 FROM device WHERE person_id = ? ORDER BY known_since DESC, sha256 LIMIT ?)
            """;
    private static final String HAS_ADMIN = "SELECT 1 FROM person WHERE admin = 1 AND active = 1 LIMIT 1";
    private static final String WITHDRAW_SETUPS = "DELETE FROM invitation WHERE person_id IS NULL";
    private static final String WITHDRAW = "DELETE FROM invitation WHERE person_id = ?";
    private static final String OFFER = "INSERT INTO invitation (sha256, person_id, expires_at) VALUES (?, ?, ?)";
    private static final String IS_SETUP =
            "SELECT 1 FROM invitation WHERE sha256 = ? AND person_id IS NULL AND expires_at > ?";
    private static final String INVITED = """
            SELECT i.person_id FROM invitation i JOIN person p ON p.id = i.person_id
            WHERE i.sha256 = ? AND i.expires_at > ? AND p.active = 1
            """;
    private static final String MAKE_ADMIN = "UPDATE person SET admin = 1, active = 1 WHERE id = ?";
    private static final String RENAME = "UPDATE person SET name = ? WHERE id = ?";
    private static final String SWEEP = """
            DELETE FROM invitation WHERE sha256 IN
              (SELECT sha256 FROM invitation WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)
            """;

    private final Transactions transactions;

    SqlCredentials(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<String> password(PersonId person) {
        return transactions.read(statements -> {
            PreparedStatement statement = statements.bound(PASSWORD, person.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        });
    }

    @Override
    public void change(PersonId person, String phc, Optional<SecretHash> stays) {
        transactions.write(transaction -> {
            setPassword(transaction.statements(), person, phc, stays);
            return true;
        });
    }

    private static void setPassword(Statements statements, PersonId person, String phc, Optional<SecretHash> stays)
            throws SQLException {
        statements.update(SET_PASSWORD, person.value(), phc);
        statements.update(
                END_SESSIONS, person.value(), stays.map(SecretHash::hex).orElse(""));
        statements.update(FORGET_DEVICES, person.value());
        statements.update(WITHDRAW, person.value());
    }

    @Override
    public void improve(PersonId person, String before, String phc) {
        transactions.write(transaction -> transaction.statements().update(IMPROVE, phc, person.value(), before));
    }

    @Override
    public boolean isKnownDevice(PersonId person, SecretHash device) {
        return transactions.read(statements -> exists(statements, IS_KNOWN_DEVICE, person.value(), device.hex()));
    }

    @Override
    public void remember(PersonId person, SecretHash device, Instant now) {
        transactions.write(transaction -> {
            transaction.statements().update(REMEMBER, person.value(), device.hex(), now);
            return transaction.statements().update(FORGET_OLDEST, person.value(), person.value(), DEVICES);
        });
    }

    @Override
    public boolean offerSetup(SecretHash link, Instant ends, boolean evenSo) {
        return transactions.write(transaction -> {
            transaction.statements().update(WITHDRAW_SETUPS);
            if (!evenSo && exists(transaction.statements(), HAS_ADMIN)) {
                return false;
            }
            transaction.statements().update(OFFER, link.hex(), Optional.empty(), ends);
            return true;
        });
    }

    @Override
    public Optional<PersonId> setUp(
            SecretHash link, Instant now, Person person, String phc, Optional<Workspace> first) {
        return transactions.write(transaction -> {
            Statements statements = transaction.statements();
            if (!exists(statements, IS_SETUP, link.hex(), now)) {
                return Optional.empty();
            }
            PersonId id = knownOrNew(statements, person);
            statements.update(MAKE_ADMIN, id.value());
            setPassword(statements, id, phc, Optional.empty());
            if (first.isPresent()) {
                WorkspaceRows.insert(statements, first.get());
                WorkspaceRows.addMember(statements, first.get().id(), id);
            }
            statements.update(WITHDRAW_SETUPS);
            transaction.changedName(id);
            return Optional.of(id);
        });
    }

    private static PersonId knownOrNew(Statements statements, Person person) throws SQLException {
        Optional<Account> known = SqlPeople.byEmail(statements, person.email());
        if (known.isPresent()) {
            return known.get().person().id();
        }
        SqlPeople.insert(statements, person);
        return person.id();
    }

    @Override
    public void invite(PersonId person, SecretHash link, Instant ends) {
        transactions.write(transaction -> {
            transaction.statements().update(WITHDRAW, person.value());
            return transaction.statements().update(OFFER, link.hex(), person.value(), ends);
        });
    }

    @Override
    public Optional<PersonId> invited(SecretHash link, Instant now) {
        return transactions.read(statements -> invited(statements, link, now));
    }

    private static Optional<PersonId> invited(Statements statements, SecretHash link, Instant now) throws SQLException {
        return WorldRows.ids(statements, INVITED, link.hex(), now).stream()
                .findFirst()
                .map(PersonId::new);
    }

    @Override
    public Optional<PersonId> accept(SecretHash link, Instant now, Optional<String> name, String phc) {
        return transactions.write(transaction -> {
            Optional<PersonId> invited = invited(transaction.statements(), link, now);
            if (invited.isPresent()) {
                setPassword(transaction.statements(), invited.get(), phc, Optional.empty());
                if (name.isPresent()) {
                    transaction
                            .statements()
                            .update(RENAME, name.get(), invited.get().value());
                    transaction.changedName(invited.get());
                }
            }
            return invited;
        });
    }

    @Override
    public int sweep(Instant now, int most) {
        return transactions.write(transaction -> transaction.statements().update(SWEEP, now, most));
    }

    private static boolean exists(Statements statements, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = statements.bound(sql, parameters);
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }
}
