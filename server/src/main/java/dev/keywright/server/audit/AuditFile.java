package dev.keywright.server.audit;

import dev.keywright.server.log.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Audit events as JSON objects in a file, one an event: time, request id, event, and the event's own fields. */
public final class AuditFile implements AuditTrail {
    private final JsonLines lines;

    private AuditFile(JsonLines lines) {
        this.lines = lines;
    }

    /** Opens the file; throws with one sentence that says what is wrong and what to do. */
    public static AuditFile open(Path path, InstantSource clock) throws IOException {
        return new AuditFile(JsonLines.open("audit_log", path, clock));
    }

    @Override
    public void record(String requestId, AuditEvent event) {
        lines.append(requestId, AuditEntry.of(event)::writeTo);
    }

    @Override
    public void close() {
        lines.close();
    }
}
