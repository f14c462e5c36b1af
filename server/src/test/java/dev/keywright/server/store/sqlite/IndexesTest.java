package dev.keywright.server.store.sqlite;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which indexes statements read and write, as SQLite itself explains them. */
class IndexesTest {
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private Database database;
    private Wire wire;

    @BeforeEach
    void aWire(@TempDir Path folder) {
        database = new Database(folder, Durability.NOT_SYNCED);
        wire = new Wire(folder);
        wire.watch(ran::add);
    }

    @Test
    void whatAConnectionHasIsFoundByTheIndexOfWhatHasNotEnded() throws Exception {
        try (Store store = wire.open(8)) {
            Endpoints.over(store).grant(Sample.ADAS, START);
            ran.clear();

            store.installations().ofConnection(Sample.APP, Optional.empty(), 10);
            store.installations().count(Sample.APP, 10);
            store.connections().delete(Sample.APP, START);
        }

        assertThat(ran)
                .filteredOn(sql -> sql.contains("FROM \"authorization\" WHERE client_id = ?"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(sql -> assertThat(explained("EXPLAIN QUERY PLAN ", "detail", sql))
                        .anyMatch(step -> step.contains("INDEX authorization_of_client (client_id=?")));
    }

    @Test
    void anExchangeAndARefreshWriteTheRowAndNoIndexOfIt() throws Exception {
        try (Store store = wire.open(8)) {
            Endpoints endpoints = Endpoints.over(store);
            ran.clear();

            endpoints.refreshed(endpoints.grant(Sample.ADAS, START), START);
        }

        assertThat(ran)
                .filteredOn(sql -> sql.endsWith("WHERE id = ? AND version = ?"))
                .hasSize(2)
                .allSatisfy(sql -> assertThat(explained("EXPLAIN ", "opcode", sql))
                        .filteredOn("OpenWrite"::equals)
                        .hasSize(1));
    }

    private List<String> explained(String how, String column, String sql) throws SQLException {
        List<String> explained = new ArrayList<>();
        try (Connection connection = database.open();
                PreparedStatement statement = connection.prepareStatement(how + sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                explained.add(row.getString(column));
            }
        }
        return explained;
    }
}
