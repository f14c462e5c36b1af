package dev.keywright.server.cli;

/** A server that answers requests. */
public interface Running extends AutoCloseable {
    /** Where it listens, without a slash at the end: {@code http://127.0.0.1:8787}. */
    String url();

    /** Takes no more requests, finishes those in flight, and returns when all is stored and released. */
    @Override
    void close();
}
