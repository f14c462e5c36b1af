package dev.keywright.server.store.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** What an engine keeps in memory of what requests name: connections, people, workspaces, pages, and indexes of titles. */
public interface Names {
    /** What is under this id; what is not in memory is read. */
    <T> Optional<T> find(Object id, Class<T> type, Supplier<Optional<T>> read);

    /** Brings something up to date. */
    interface Refresh<T> {
        /** What it is now, in the transaction that reads. */
        T of(T known) throws SQLException;
    }

    /** What is under this id, brought up to date; {@code unknown} when there was nothing. */
    <T> T refresh(Object id, Class<T> type, T unknown, Refresh<T> refresh) throws SQLException;
}
