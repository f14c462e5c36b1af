package dev.keywright.server.store.sql;

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

/** Consent transactions in tables: the one row that an answer writes decides who was first. */
final class SqlConsentTransactions implements ConsentTransactions {
    private static final String INSERT = """
            INSERT INTO consent_transaction (sha256, session, person_id, query, workspace_id, pages, answered, started_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String MAKE_ROOM = """
            DELETE FROM consent_transaction WHERE sha256 IN
              (SELECT sha256 FROM consent_transaction WHERE session = ? ORDER BY started_at DESC, sha256 LIMIT 2147483647 OFFSET ?)
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

    private final Transactions transactions;

    SqlConsentTransactions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void begin(ConsentTransaction begun, int mostOfSession) {
        transactions.write(transaction -> {
            transaction.statements().update(MAKE_ROOM, begun.session().hex(), mostOfSession - 1);
            return transaction
                    .statements()
                    .update(
                            INSERT,
                            begun.id().hex(),
                            begun.session().hex(),
                            begun.person().value(),
                            begun.query(),
                            begun.workspace().value(),
                            Columns.bytes(begun.pages()),
                            begun.answered(),
                            begun.startedAt());
        });
    }

    @Override
    public Optional<ConsentTransaction> find(SecretHash id) {
        return transactions.read(statements -> {
            PreparedStatement statement = statements.bound(FIND, id.hex());
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
        transactions.write(transaction ->
                transaction.statements().update(CHOOSE, workspace.value(), Columns.bytes(pages), id.hex()));
    }

    @Override
    public boolean allow(SecretHash id, Authorization pending, CodeHash code) {
        return transactions.write(transaction -> {
            boolean first = transaction.statements().update(ANSWER, id.hex()) == 1;
            if (first) {
                AuthorizationRows.insert(transaction.statements(), pending, code);
            }
            return first;
        });
    }

    @Override
    public boolean deny(SecretHash id) {
        return transactions.write(transaction -> transaction.statements().update(ANSWER, id.hex()) == 1);
    }

    @Override
    public int sweep(Instant startedBefore, int most) {
        return transactions.write(transaction -> transaction.statements().update(SWEEP, startedBefore, most));
    }
}
