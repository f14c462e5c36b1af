package dev.keywright.server.http;

/** Is told of every request once its answer is ready. */
public interface Watcher extends AutoCloseable {
    /** Takes note. Must be quick, must not fail, and must not keep a secret in clear. */
    void answered(Exchange exchange);

    /** A request is about to be answered. Must be quick, and must not fail. */
    default void begins() {}

    /** A request is over, whether or not it was answered; said once for each that began. */
    default void ends() {}

    /** Stores what was noted. */
    @Override
    default void close() {}
}
