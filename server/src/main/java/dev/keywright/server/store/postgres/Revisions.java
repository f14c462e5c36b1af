package dev.keywright.server.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads for many requests at once which change of names was the last; each hears of every change committed before it asked. */
final class Revisions implements Lane.Work<Awaited<Long>> {
    private static final String READ = "SELECT revision FROM name_revision";

    private final Pool pool;
    private final Retry retry;

    Revisions(Pool pool, Retry retry) {
        this.pool = pool;
        this.retry = retry;
    }

    @Override
    public List<Awaited<Long>> on(List<Awaited<Long>> askers) {
        try {
            Long revision = retry.untilDone("read", () -> pool.atOnce(Revisions::read));
            askers.forEach(asker -> asker.complete(revision));
        } catch (RuntimeException | Error e) {
            // Errors too: without this thread every later asker would wait for ever.
            askers.forEach(asker -> asker.fail(e));
        }
        return List.of();
    }

    private static Long read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0L;
        }
    }
}
