package dev.keywright.server.store.sqlite;

import dev.keywright.server.workspace.FoldedTitle;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** The second step of {@code V3__pages.sql}: folds the titles of pages that were there before, which SQL cannot. */
final class FoldTitles extends BaseJavaMigration {
    @Override
    protected void init() {
        // Named here and not by the class, whose name would have to be V3_1__FoldTitles.
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3.1");
    }

    @Override
    public String getDescription() {
        return "fold titles";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement all = context.getConnection().createStatement();
                ResultSet row = all.executeQuery("SELECT id, title FROM page");
                PreparedStatement fold =
                        context.getConnection().prepareStatement("UPDATE page SET folded_title = ? WHERE id = ?")) {
            while (row.next()) {
                fold.setString(1, FoldedTitle.of(row.getString(2)).text());
                fold.setBytes(2, row.getBytes(1));
                fold.executeUpdate();
            }
        }
    }
}
