package dev.keywright.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.Viewer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that were there before they could be found by title are found after. */
class PagesMigrationTest {
    private static final String BEFORE = """
            INSERT INTO person (id, position, email) VALUES (x'%1$s01', 1, 'ada@example.com'),
              (x'%1$s02', 2, 'bob@example.com');
            INSERT INTO workspace (id, position, name) VALUES (x'%1$s11', 1, 'Home');
            INSERT INTO page (id, workspace_id, position, parent_id, title, visibility, created_at) VALUES
              (x'%1$s22', x'%1$s11', 1, x'%1$s21', 'Résumé of Ada', 'inherited', 0),
              (x'%1$s21', x'%1$s11', 2, NULL, 'Ada', 'only', 0),
              (x'%1$s23', x'%1$s11', 3, x'%1$s22', 'Open', 'everyone', 0);
            INSERT INTO page_viewer VALUES (x'%1$s21', x'%1$s01');
            """.formatted("00".repeat(15));

    @TempDir
    Path folder;

    @Test
    void oldPagesGetTheirFoldedTitlesAndTheirAudience() throws SQLException {
        Database database = new Database(folder, Durability.NOT_SYNCED);
        Flyway.configure(SqliteStore.class.getClassLoader())
                .dataSource(database.url(), "", "")
                .locations("classpath:dev/keywright/server/store/sqlite/migrations")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            for (String sql : BEFORE.split(";\\s*", -1)) {
                if (!sql.isBlank()) {
                    statement.executeUpdate(sql);
                }
            }
        }

        try (Store store = SqliteStore.open(folder, Durability.NOT_SYNCED, 8, new SecureRandom())) {
            WorkspaceId home = new WorkspaceId(new UUID(0, 0x11));
            Viewer ada = new Viewer(home, new PersonId(new UUID(0, 1)));
            Viewer bob = new Viewer(home, new PersonId(new UUID(0, 2)));
            PageId old = new PageId(new UUID(0, 0x22));
            PageId open = new PageId(new UUID(0, 0x23));

            assertThat(store.pages().search(ada, FoldedTitle.of("resume"), 5)).hasSize(1);
            assertThat(store.pages().shareable(ada, Set.of(old, open))).containsExactlyInAnyOrder(old, open);
            assertThat(store.pages().shareable(bob, Set.of(old, open))).containsExactly(open);
        }
    }
}
