package dev.keywright.server.http;

/** How much of everything a request may bring, in bytes. */
public final class Limits {
    /** A body. */
    public static final int BODY = 64 * 1024;

    /** The request line. */
    static final int REQUEST_LINE = 16 * 1024;

    /** All headers together. */
    static final int HEADERS = 16 * 1024;

    /** Open connections; an idle one costs a few kilobytes. */
    static final int CONNECTIONS = 20_000;

    private Limits() {}
}
