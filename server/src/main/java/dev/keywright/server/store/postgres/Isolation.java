package dev.keywright.server.store.postgres;

import java.util.Locale;

/** What a transaction sees of others, as PostgreSQL has it. */
enum Isolation {
    /** As if transactions ran one after the other; one that cannot have it so fails and runs again. */
    SERIALIZABLE("serializable"),
    /** One moment, for reading. */
    SNAPSHOT("repeatable read"),
    /** Each statement what was committed before it: for statements that each stand for themselves. */
    STATEMENT("read committed"),
    /** The same, for statements that find rows by their keys. */
    KEYED_STATEMENT("read committed");

    private final String level;

    Isolation(String level) {
        this.level = level;
    }

    /** Its name in SQL. */
    String level() {
        return level;
    }

    /** The name of its constant in {@link java.sql.Connection}. */
    String constant() {
        return "TRANSACTION_" + level.toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
