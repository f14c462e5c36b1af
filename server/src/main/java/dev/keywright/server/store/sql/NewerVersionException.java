package dev.keywright.server.store.sql;

import java.io.Serial;
import java.sql.SQLNonTransientException;

/** The tables are of a version that this program does not know. */
public final class NewerVersionException extends SQLNonTransientException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** They have one version, and the newest that is known is another. */
    public NewerVersionException(String has, String newest) {
        super("a newer Keywright wrote it: its tables have version " + has + ", and this one knows them up to version "
                + newest + "; use the newer one, or go back to a copy of the time before");
    }
}
