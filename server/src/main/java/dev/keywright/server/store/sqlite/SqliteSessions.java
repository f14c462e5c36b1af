package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.PersonId;
import dev.keywright.server.store.SecretHash;
import dev.keywright.server.store.Session;
import dev.keywright.server.store.Sessions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;

/** Sessions on SQLite. */
final class SqliteSessions implements Sessions {
    private static final String BEGIN =
            "INSERT INTO session (sha256, person_id, started_at, last_seen_at) VALUES (?, ?, ?, ?)";
    private static final String FIND = "SELECT person_id, started_at, last_seen_at FROM session WHERE sha256 = ?";
    private static final String SEEN = "UPDATE session SET last_seen_at = max(last_seen_at, ?) WHERE sha256 = ?";
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

    private final Writer writer;
    private final Readers readers;

    SqliteSessions(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public void begin(Session session, Optional<SecretHash> instead) {
        writer.write(group -> {
            if (instead.isPresent()) {
                group.statements().update(END, instead.get().hex());
            }
            return group.statements()
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
        return readers.read(statements -> {
            PreparedStatement statement = statements.of(FIND);
            Columns.bind(statement, id.hex());
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
        writer.write(group -> group.statements().update(SEEN, now, id.hex()));
    }

    @Override
    public void end(SecretHash id) {
        writer.write(group -> group.statements().update(END, id.hex()));
    }

    @Override
    public void endAllOf(PersonId person, Optional<SecretHash> but) {
        writer.write(group -> group.statements()
                .update(END_ALL, person.value(), but.map(SecretHash::hex).orElse("")));
    }

    @Override
    public int sweep(Instant seenBefore, Instant startedBefore, int most) {
        return writer.write(group -> group.statements().update(SWEEP_UNSEEN, seenBefore, most)
                + group.statements().update(SWEEP_OLD, startedBefore, most));
    }
}
