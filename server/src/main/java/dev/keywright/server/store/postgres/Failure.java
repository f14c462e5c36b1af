package dev.keywright.server.store.postgres;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What a failed statement says about trying again. */
enum Failure {
    /** Others were faster, and nothing was done: the same may succeed now. */
    CONFLICT,
    /** The server is no primary any more, and did nothing. The next connection leads to the one that is. */
    DEMOTED,
    /** The connection is gone. Before a commit nothing was done; during one, nobody knows. */
    LOST,
    /** The server says nothing. Nobody knows whether it will do what it was told, and the next asker will wait as long. */
    SILENT,
    /** No connection was to be had. Nothing was done, and the next asker will wait as long. */
    UNREACHABLE,
    /** None of these. */
    OTHER;

    private static final String CONNECTION_EXCEPTION = "08";
    private static final String READ_ONLY = "25006";

    /**
     * Serialization failure, deadlock, and what a transaction meets that another one committed in between: a key that is
     * taken, a parent that is gone.
     */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505", "23503");

    /** The server is stopped, has crashed, or ended the session. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P05", "40003");

    /** Whether the same may succeed when it is tried again soon. */
    boolean mayPass() {
        return this == CONFLICT || this == DEMOTED || this == LOST;
    }

    static Failure of(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            return UNREACHABLE;
        }
        String state = e.getSQLState();
        if (state == null) {
            return OTHER;
        }
        if (CONFLICTS.contains(state)) {
            return CONFLICT;
        }
        if (state.equals(READ_ONLY)) {
            return DEMOTED;
        }
        if (e.getCause() instanceof SocketTimeoutException) {
            return SILENT;
        }
        return state.startsWith(CONNECTION_EXCEPTION) || ENDED.contains(state) ? LOST : OTHER;
    }
}
