package dev.keywright.server.http;

/** Is told of every request once its answer is ready. */
public interface Watcher extends AutoCloseable {
    /** Takes note. Must be quick, must not fail, and must not keep a secret in clear. */
    void answered(Exchange exchange);

    /** Stores what was noted. */
    @Override
    default void close() {}
}
