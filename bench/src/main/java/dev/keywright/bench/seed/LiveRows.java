package dev.keywright.bench.seed;

import dev.keywright.bench.traffic.Population;
import dev.keywright.protocol.Capabilities;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.store.sqlite.Database;
import dev.keywright.server.store.sqlite.Durability;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Live authorizations as rows, past the store's port: through it a million of them would take minutes. */
final class LiveRows {
    private static final String AUTHORIZATION = """
            INSERT INTO authorization (id, version, status, client_id, workspace_id, person_id, bot_id, consented_at,
              generation, current_key, current_since) VALUES (?, 2, 1, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String BOT =
            "INSERT INTO bot (id, client_id, workspace_id, person_id, capabilities, pages) VALUES (?, ?, ?, ?, ?, ?)";
    private static final int BATCH = 10_000;
    private static final int UUID_LENGTH = 16;

    private LiveRows() {}

    static void insert(Path folder, Population population, Cast cast) throws SQLException {
        try (Connection connection = new Database(folder, Durability.NOT_SYNCED).open();
                Statement pragma = connection.createStatement()) {
            // All in memory until the commit: the rows come in no order.
            pragma.execute("PRAGMA cache_size = -2000000");
            connection.setAutoCommit(false);
            try (PreparedStatement authorizations = connection.prepareStatement(AUTHORIZATION);
                    PreparedStatement bots = connection.prepareStatement(BOT)) {
                for (int i = 0; i < population.size(); i++) {
                    add(authorizations, bots, population, i, cast.installation(i));
                    if (i % BATCH == BATCH - 1) {
                        authorizations.executeBatch();
                        bots.executeBatch();
                    }
                }
                authorizations.executeBatch();
                bots.executeBatch();
            }
            connection.commit();
        }
    }

    private static void add(
            PreparedStatement authorizations,
            PreparedStatement bots,
            Population population,
            int index,
            Installation installation)
            throws SQLException {
        Active state = population.state(index);
        byte[] bot = bytes(installation.bot().value());
        byte[] client = bytes(installation.client().value());
        byte[] workspace = bytes(installation.workspace().value());
        byte[] person = bytes(installation.person().value());
        authorizations.setBytes(1, population.id(index).bytes());
        authorizations.setBytes(2, client);
        authorizations.setBytes(3, workspace);
        authorizations.setBytes(4, person);
        authorizations.setBytes(5, bot);
        authorizations.setLong(6, state.current().since().toEpochMilli());
        authorizations.setLong(7, state.generation());
        authorizations.setInt(8, state.current().keyId().value());
        authorizations.setLong(9, state.current().since().toEpochMilli());
        authorizations.addBatch();
        bots.setBytes(1, bot);
        bots.setBytes(2, client);
        bots.setBytes(3, workspace);
        bots.setBytes(4, person);
        bots.setString(5, Capabilities.all().scope());
        bots.setBytes(6, new byte[0]);
        bots.addBatch();
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(UUID_LENGTH)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
