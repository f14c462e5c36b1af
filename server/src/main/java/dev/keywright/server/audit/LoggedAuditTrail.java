package dev.keywright.server.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audit events as lines of the log, one an event, under the logger {@code keywright.audit}. */
public final class LoggedAuditTrail implements AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger("keywright.audit");

    @Override
    public void record(String requestId, AuditEvent event) {
        if (LOG.isInfoEnabled()) {
            LOG.atInfo()
                    .addKeyValue("request_id", requestId)
                    .log("request_id=" + requestId + " " + AuditEntry.of(event).line());
        }
    }
}
