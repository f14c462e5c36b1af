package dev.keywright.server.store.sql;

import dev.keywright.server.store.SecretHash;
import dev.keywright.server.store.SignInFailures;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Failed sign-ins in SQL. */
final class SqlSignInFailures implements SignInFailures {
    private static final String FIND = "SELECT failures, last_at FROM sign_in_failure WHERE place = ?";
    private static final String KEEP = """
            INSERT INTO sign_in_failure (place, failures, last_at) VALUES (?, ?, ?)
            ON CONFLICT (place) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at
            """;
    private static final String FORGET = "DELETE FROM sign_in_failure WHERE place = ?";
    private static final String SWEEP = """
            DELETE FROM sign_in_failure WHERE place IN
              (SELECT place FROM sign_in_failure WHERE last_at < ? ORDER BY last_at LIMIT ?)
            """;

    private final Transactions transactions;

    SqlSignInFailures(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public <R> R decide(List<SecretHash> places, Rule<R> rule) {
        return transactions.write(transaction -> {
            Decided<R> decided = rule.on(find(transaction.statements(), places));
            for (Map.Entry<SecretHash, Failures> next : decided.next().entrySet()) {
                keep(transaction.statements(), next.getKey(), next.getValue());
            }
            return decided.answer();
        });
    }

    private static Map<SecretHash, Failures> find(Statements statements, List<SecretHash> places) throws SQLException {
        Map<SecretHash, Failures> found = new HashMap<>();
        for (SecretHash place : places) {
            PreparedStatement statement = statements.bound(FIND, place.hex());
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    found.put(place, new Failures(row.getInt(1), Columns.time(row, 2)));
                }
            }
        }
        return found;
    }

    private static void keep(Statements statements, SecretHash place, Failures failures) throws SQLException {
        if (failures.count() == 0) {
            statements.update(FORGET, place.hex());
        } else {
            statements.update(KEEP, place.hex(), failures.count(), failures.last());
        }
    }

    @Override
    public int sweep(Instant before, int most) {
        return transactions.write(transaction -> transaction.statements().update(SWEEP, before, most));
    }
}
