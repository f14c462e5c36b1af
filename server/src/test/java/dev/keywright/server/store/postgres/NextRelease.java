package dev.keywright.server.store.postgres;

/**
 * What a release after this one may do to the tables while servers of this one run on: each gets a column that only the
 * newer servers know, and there is one table more.
 */
final class NextRelease {
    private static final String MIGRATION = """
            DO $$
            DECLARE known name;
            BEGIN
              FOR known IN SELECT tablename FROM pg_tables
                WHERE schemaname = current_schema() AND tablename NOT IN ('flyway_schema_history', 'next_release')
              LOOP
                EXECUTE format('ALTER TABLE %I ADD COLUMN IF NOT EXISTS next_release integer NOT NULL DEFAULT 0', known);
              END LOOP;
            END $$;
            CREATE TABLE IF NOT EXISTS next_release (id integer PRIMARY KEY);
            INSERT INTO flyway_schema_history
              SELECT installed_rank + 1, '10', description, type, script, checksum, installed_by, installed_on,
                execution_time, success FROM flyway_schema_history
              WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history) AND version <> '10';
            """;

    private NextRelease() {}

    /** Brings the tables up to that release; does nothing when they are there. */
    static void migrate(Address where) {
        Server.one().run(where, MIGRATION);
    }
}
