package dev.keywright.server.emulator.journal;

import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what happened on the way to an answer until the journal takes note of the answer. */
public final class RecentEvents implements AuditTrail {
    private final Map<String, List<AuditEvent>> byRequest = new ConcurrentHashMap<>();

    @Override
    public void record(String requestId, AuditEvent event) {
        byRequest.computeIfAbsent(requestId, id -> new ArrayList<>()).add(event);
    }

    /** What happened in answer to this request, which is forgotten here. */
    List<AuditEvent> take(String requestId) {
        return Optional.ofNullable(byRequest.remove(requestId)).orElse(List.of());
    }
}
