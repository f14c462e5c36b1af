package dev.keywright.server.audit;

/** Where audit events go. */
public interface AuditTrail {
    /** Keeps an event that happened in answer to a request. */
    void record(String requestId, AuditEvent event);

    /** This trail and another: events go to both. */
    default AuditTrail and(AuditTrail other) {
        return (requestId, event) -> {
            record(requestId, event);
            other.record(requestId, event);
        };
    }
}
