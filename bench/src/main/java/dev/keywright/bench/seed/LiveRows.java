package dev.keywright.bench.seed;

import dev.keywright.bench.traffic.Population;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Installation;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Live authorizations as rows, past the store's port: through it a million of them would take minutes. */
final class LiveRows {
    private static final String AUTHORIZATION = """
            INSERT INTO "authorization" (id, version, status, client_id, workspace_id, person_id, bot_id, consented_at,
              generation, current_key, current_since, bot_capabilities, bot_pages)
            VALUES (?, 2, 1, ?, ?, ?, ?, ?, ?, ?, ?, 95, ?)
            """;
    private static final int BATCH = 10_000;
    private static final int UUID_LENGTH = 16;

    private LiveRows() {}

    static void insert(Ground ground, Population population, Cast cast) throws SQLException {
        try (Connection connection = ground.connect()) {
            if (ground instanceof Ground.Folder) {
                keepInMemory(connection);
            }
            connection.setAutoCommit(false);
            try (PreparedStatement authorizations = connection.prepareStatement(AUTHORIZATION)) {
                for (int i = 0; i < population.size(); i++) {
                    add(authorizations, population, i, cast.installation(i));
                    if (i % BATCH == BATCH - 1) {
                        authorizations.executeBatch();
                    }
                }
                authorizations.executeBatch();
            }
            connection.commit();
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
        Active state = population.state(index);
        authorizations.setBytes(1, population.id(index).bytes());
        authorizations.setBytes(2, bytes(installation.client().value()));
        authorizations.setBytes(3, bytes(installation.workspace().value()));
        authorizations.setBytes(4, bytes(installation.person().value()));
        authorizations.setBytes(5, bytes(installation.bot().value()));
        authorizations.setLong(6, state.current().since().toEpochMilli());
        authorizations.setLong(7, state.generation());
        authorizations.setInt(8, state.current().keyId().value());
        authorizations.setLong(9, state.current().since().toEpochMilli());
        authorizations.setBytes(10, bytes(Cast.SHARED.value()));
        authorizations.addBatch();
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(UUID_LENGTH)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
