package dev.keywright.server.store;

/**
 * The store could not do what it was asked, and did none of it: a full disk, too many waiting, a failed commit. The
 * request may be sent again.
 */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what went wrong, for the log. */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With what went wrong, for the log. */
    public StoreUnavailableException(String message) {
        super(message);
    }
}
