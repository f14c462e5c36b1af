package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.sql.Transactions;

/** Transactions on SQLite: one writer, and few readers beside it. */
record SqliteTransactions(Writer writer, Readers readers) implements Transactions {
    @Override
    public <R> R write(Writing<R> operation) {
        return writer.write(operation);
    }

    @Override
    public <R> R writeEach(Writing<R> operation) {
        return writer.write(operation);
    }

    @Override
    public <R> R read(Reading<R> operation) {
        return readers.read(operation);
    }

    @Override
    public <R> R readAll(Reading<R> operation) {
        return readers.readAll(operation);
    }
}
