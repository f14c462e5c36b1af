package dev.keywright.bench.seed;

import dev.keywright.bench.traffic.Population;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Installation;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.UUID;

/** Authorizations as rows, past the store's port: through it a million of them would take minutes. */
final class SeededRows {
    private static final String AUTHORIZATION = """
            INSERT INTO "authorization" (id, version, status, client_id, workspace_id, person_id, bot_id, consented_at,
              generation, current_key, current_since, bot_capabilities, bot_pages, end_reason, ended_at)
            VALUES (?, 2, ?, ?, ?, ?, ?, ?, ?, ?, ?, 95, ?, ?, ?)
            """;
    private static final int LIVE = 1;
    private static final int ENDED = 2;

    /** Ended authorizations are kept for 30 days. */
    private static final Duration LONG_AGO = Duration.ofDays(31);

    private static final int BATCH = 10_000;
    private static final int UUID_LENGTH = 16;

    private SeededRows() {}

    /** Inserts the live ones, and after them as many that ended long ago. */
    static void insert(Ground ground, Population population, Cast cast, int ended) throws SQLException {
        try (Connection connection = ground.connect()) {
            if (ground instanceof Ground.Folder) {
                keepInMemory(connection);
            }
            connection.setAutoCommit(false);
            Indexes indexes = Indexes.drop(connection, ground.indexes());
            try (PreparedStatement authorizations = connection.prepareStatement(AUTHORIZATION)) {
                for (int i = 0; i < population.size() + ended; i++) {
                    add(authorizations, population, i, cast.installation(i));
                    if (i % BATCH == BATCH - 1) {
                        authorizations.executeBatch();
                    }
                }
                authorizations.executeBatch();
            }
            indexes.restore();
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                for (String sql : ground.settling()) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** All of it until the commit: the rows come in no order. */
    private static void keepInMemory(Connection connection) throws SQLException {
        try (Statement pragma = connection.createStatement()) {
            pragma.execute("PRAGMA cache_size = -2000000");
        }
    }

    private static void add(
            PreparedStatement authorizations, Population population, int index, Installation installation)
            throws SQLException {
        boolean live = index < population.size();
        Active state = population.state(live ? index : 0);
        long since = state.current().since().toEpochMilli();
        authorizations.setBytes(1, population.id(index).bytes());
        authorizations.setInt(2, live ? LIVE : ENDED);
        authorizations.setBytes(3, bytes(installation.client().value()));
        authorizations.setBytes(4, bytes(installation.workspace().value()));
        authorizations.setBytes(5, bytes(installation.person().value()));
        authorizations.setBytes(6, bytes(installation.bot().value()));
        authorizations.setLong(7, since);
        authorizations.setLong(8, state.generation());
        authorizations.setInt(9, state.current().keyId().value());
        authorizations.setLong(10, since);
        authorizations.setBytes(11, bytes(Cast.SHARED.value()));
        if (live) {
            authorizations.setNull(12, Types.VARCHAR);
            authorizations.setNull(13, Types.BIGINT);
        } else {
            authorizations.setString(12, EndReason.REVOKED.name());
            authorizations.setLong(13, since - LONG_AGO.toMillis());
        }
        authorizations.addBatch();
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(UUID_LENGTH)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
