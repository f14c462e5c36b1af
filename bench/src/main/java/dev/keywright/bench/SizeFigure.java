package dev.keywright.bench;

import dev.keywright.bench.process.PostgresProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.seed.Ground;
import dev.keywright.bench.seed.SeedSize;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What one live authorization takes on disk: the row, and its part of every index. */
final class SizeFigure implements Figure {
    private static final String SQLITE_ROWS = "SELECT sum(pgsize) FROM dbstat WHERE name = 'authorization'";
    private static final String SQLITE_INDEXES = """
            SELECT sum(pgsize) FROM dbstat
            WHERE name IN (SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'authorization')
            """;
    private static final String POSTGRES = "SELECT %s('\"authorization\"')";

    private final Subjects subjects;

    SizeFigure(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public String name() {
        return "size";
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException {
        int rows = pace.many();
        SeedSize size = new SeedSize(rows, 0);
        Table table =
                new Table(Shown.count(rows) + " live authorizations on disk", "database", "row", "indexes", "together");
        Ground.Folder folder = new Ground.Folder(subjects.data("size"));
        subjects.sow("size", folder, size);
        try (Connection connection = folder.connect();
                Statement statement = connection.createStatement()) {
            row(table, "SQLite", rows, number(statement, SQLITE_ROWS), number(statement, SQLITE_INDEXES));
        }
        try (PostgresProcess postgres = subjects.postgres()) {
            Ground.Postgres ground = new Ground.Postgres(postgres.port(), postgres.user(), postgres.database());
            subjects.sow("size-on-postgresql", ground, size);
            try (Connection connection = ground.connect();
                    Statement statement = connection.createStatement()) {
                row(
                        table,
                        "PostgreSQL",
                        rows,
                        number(statement, POSTGRES.formatted("pg_table_size")),
                        number(statement, POSTGRES.formatted("pg_indexes_size")));
            }
        }
        return table;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void row(Table table, String database, int rows, long row, long indexes) {
        table.row(
                database,
                Shown.count(row / rows) + " B",
                Shown.count(indexes / rows) + " B",
                Shown.count((row + indexes) / rows) + " B");
    }
}
