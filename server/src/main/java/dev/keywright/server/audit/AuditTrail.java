package dev.keywright.server.audit;

/** Where audit events go. */
public interface AuditTrail extends AutoCloseable {
    /** Keeps an event that happened in answer to a request. Never fails: what is audited was done already. */
    void record(String requestId, AuditEvent event);

    /** Stores what was recorded. */
    @Override
    default void close() {}

    /** This trail and another: events go to both. */
    default AuditTrail and(AuditTrail other) {
        AuditTrail one = this;
        return new AuditTrail() {
            @Override
            public void record(String requestId, AuditEvent event) {
                one.record(requestId, event);
                other.record(requestId, event);
            }

            @Override
            public void close() {
                one.close();
                other.close();
            }
        };
    }
}
