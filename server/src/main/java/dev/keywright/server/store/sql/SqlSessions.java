package dev.keywright.server.store.sql;

import dev.keywright.protocol.PersonId;
import dev.keywright.server.store.SecretHash;
import dev.keywright.server.store.Session;
import dev.keywright.server.store.Sessions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;

/** Sessions in tables. */
final class SqlSessions implements Sessions {
    private static final String BEGIN =
            "INSERT INTO session (sha256, person_id, started_at, last_seen_at) VALUES (?, ?, ?, ?)";
    private static final String FIND = "SELECT person_id, started_at, last_seen_at FROM session WHERE sha256 = ?";
    private static final String SEEN = "UPDATE session SET last_seen_at = ? WHERE sha256 = ? AND last_seen_at < ?";
    private static final String END = "DELETE FROM session WHERE sha256 = ?";
    private static final String END_ALL = "DELETE FROM session WHERE person_id = ? AND sha256 <> ?";
    private static final String SWEEP_UNSEEN = """
            DELETE FROM session WHERE sha256 IN
              (SELECT sha256 FROM session WHERE last_seen_at < ? ORDER BY last_seen_at LIMIT ?)
            """;
    private static final String SWEEP_OLD = """
            DELETE FROM session WHERE sha256 IN
              (SELECT sha256 FROM session WHERE started_at < ? ORDER BY started_at LIMIT ?)
            """;

    private final Transactions transactions;

    SqlSessions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void begin(Session session, Optional<SecretHash> instead) {
        transactions.write(transaction -> {
            if (instead.isPresent()) {
                transaction.statements().update(END, instead.get().hex());
            }
            return transaction
                    .statements()
                    .update(
                            BEGIN,
                            session.id().hex(),
                            session.person().value(),
                            session.startedAt(),
                            session.lastSeenAt());
        });
    }

    @Override
    public Optional<Session> find(SecretHash id) {
        return transactions.read(statements -> {
            PreparedStatement statement = statements.bound(FIND, id.hex());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Session(
                                id, new PersonId(Columns.uuid(row, 1)), Columns.time(row, 2), Columns.time(row, 3)))
                        : Optional.empty();
            }
        });
    }

    @Override
    public void seen(SecretHash id, Instant now) {
        transactions.write(transaction -> transaction.statements().update(SEEN, now, id.hex(), now));
    }

    @Override
    public void end(SecretHash id) {
        transactions.write(transaction -> transaction.statements().update(END, id.hex()));
    }

    @Override
    public void endAllOf(PersonId person, Optional<SecretHash> but) {
        transactions.write(transaction -> transaction
                .statements()
                .update(END_ALL, person.value(), but.map(SecretHash::hex).orElse("")));
    }

    @Override
    public int sweep(Instant seenBefore, Instant startedBefore, int most) {
        return transactions.write(transaction -> transaction.statements().update(SWEEP_UNSEEN, seenBefore, most)
                + transaction.statements().update(SWEEP_OLD, startedBefore, most));
    }
}
