package dev.keywright.server.store.sqlite;

import java.io.IOException;

/** What one file of the database is synced to. */
interface Disk extends AutoCloseable {
    /** Returns when everything that was written to the file is durable. */
    void sync() throws IOException;

    @Override
    void close() throws IOException;
}
