package dev.keywright.server.audit;

/** Where audit events go. */
public interface AuditTrail extends AutoCloseable {
    /** Keeps an event that happened in answer to a request. Never fails: what is audited was done already. */
    void record(String requestId, AuditEvent event);

    /** Stores what was recorded. */
    @Override
    default void close() {}
}
