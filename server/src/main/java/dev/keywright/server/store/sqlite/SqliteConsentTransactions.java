package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.store.ConsentTransaction;
import dev.keywright.server.store.ConsentTransactions;
import dev.keywright.server.store.SecretHash;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Consent transactions on SQLite: the writer, which is one, decides who answered first. */
final class SqliteConsentTransactions implements ConsentTransactions {
    private static final String INSERT = """
            INSERT INTO consent_transaction (sha256, session, person_id, query, workspace_id, pages, answered, started_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String MAKE_ROOM = """
            DELETE FROM consent_transaction WHERE sha256 IN
              (SELECT sha256 FROM consent_transaction WHERE session = ? ORDER BY started_at DESC, sha256 LIMIT -1 OFFSET ?)
            """;
    private static final String FIND = """
            SELECT session, person_id, query, workspace_id, pages, answered, started_at FROM consent_transaction
            WHERE sha256 = ?
            """;
    private static final String CHOOSE =
            "UPDATE consent_transaction SET workspace_id = ?, pages = ? WHERE sha256 = ? AND answered = 0";
    private static final String ANSWER =
            "UPDATE consent_transaction SET answered = 1 WHERE sha256 = ? AND answered = 0";
    private static final String SWEEP = """
            DELETE FROM consent_transaction WHERE sha256 IN
              (SELECT sha256 FROM consent_transaction WHERE started_at < ? ORDER BY started_at LIMIT ?)
            """;

    private final Writer writer;
    private final Readers readers;

    SqliteConsentTransactions(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public void begin(ConsentTransaction transaction, int mostOfSession) {
        writer.write(group -> {
            group.statements().update(MAKE_ROOM, transaction.session().hex(), mostOfSession - 1);
            return group.statements()
                    .update(
                            INSERT,
                            transaction.id().hex(),
                            transaction.session().hex(),
                            transaction.person().value(),
                            transaction.query(),
                            transaction.workspace().value(),
                            Columns.bytes(transaction.pages()),
                            transaction.answered(),
                            transaction.startedAt());
        });
    }

    @Override
    public Optional<ConsentTransaction> find(SecretHash id) {
        return readers.read(statements -> {
            PreparedStatement statement = statements.of(FIND);
            Columns.bind(statement, id.hex());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(transaction(id, row)) : Optional.empty();
            }
        });
    }

    private static ConsentTransaction transaction(SecretHash id, ResultSet row) throws SQLException {
        return new ConsentTransaction(
                id,
                new SecretHash(row.getString(1)),
                new PersonId(Columns.uuid(row, 2)),
                row.getString(3),
                new WorkspaceId(Columns.uuid(row, 4)),
                Columns.pages(row, 5),
                row.getBoolean(6),
                Columns.time(row, 7));
    }

    @Override
    public void choose(SecretHash id, WorkspaceId workspace, Set<PageId> pages) {
        writer.write(group -> group.statements().update(CHOOSE, workspace.value(), Columns.bytes(pages), id.hex()));
    }

    @Override
    public boolean allow(SecretHash id, Authorization pending, CodeHash code) {
        return writer.write(group -> {
            boolean first = group.statements().update(ANSWER, id.hex()) == 1;
            if (first) {
                AuthorizationRows.insert(group.statements(), pending, code);
            }
            return first;
        });
    }

    @Override
    public boolean deny(SecretHash id) {
        return writer.write(group -> group.statements().update(ANSWER, id.hex()) == 1);
    }

    @Override
    public int sweep(Instant startedBefore, int most) {
        return writer.write(group -> group.statements().update(SWEEP, startedBefore, most));
    }
}
