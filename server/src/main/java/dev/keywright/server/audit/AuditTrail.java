package dev.keywright.server.audit;

/** Where audit events go. */
public interface AuditTrail {
    /** Keeps an event that happened in answer to a request. */
    void record(String requestId, AuditEvent event);
}
