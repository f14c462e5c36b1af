package dev.keywright.server.metrics;

import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.authorization.EndReason;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Counts what was decided about codes and tokens. */
final class CountedDecisions implements AuditTrail {
    private static final String NO_ERROR = "";

    private final Counter decisions;

    CountedDecisions(PrometheusRegistry registry) {
        this.decisions = Counter.builder()
                .name("keywright_token_decisions_total")
                .help("What was decided about codes and tokens; a refusal with the error that the client was told.")
                .labelNames("event", "error")
                .withoutExemplars()
                .register(registry);
    }

    @Override
    public void record(String requestId, AuditEvent event) {
        switch (event) {
            case AuditEvent.Consented consented -> count("consented");
            case AuditEvent.Redeemed redeemed -> count("issued");
            case AuditEvent.Refreshed refreshed -> count(refreshed.repeated() ? "repeated" : "refreshed");
            case AuditEvent.Ended ended -> count(ending(ended.why()));
            case AuditEvent.ForeignCredential foreign -> count("foreign_credential");
            case AuditEvent.GenerationAhead ahead -> count("generation_ahead");
            case AuditEvent.NothingToRevoke nothing -> count("nothing_to_revoke");
            case AuditEvent.Refused refused ->
                decisions.labelValues("refused", refused.error()).inc();
            case AuditEvent.SignedIn signedIn -> {}
            case AuditEvent.SignInRefused refused -> {}
            case AuditEvent.Administered administered -> {}
            case AuditEvent.ConnectionChanged changed -> {}
            case AuditEvent.InstallationChanged changed -> {}
        }
    }

    private void count(String event) {
        decisions.labelValues(event, NO_ERROR).inc();
    }

    private static String ending(EndReason why) {
        return switch (why) {
            case REVOKED -> "revoked";
            case CODE_REPLAYED, REFRESH_TOKEN_REPLAYED -> "replayed";
            case DISCONNECTED,
                    ONE_TOO_MANY,
                    CONNECTION_DELETED,
                    TOKEN_ENDED,
                    PERSON_DEACTIVATED,
                    LEFT_WORKSPACE,
                    WORKSPACE_DELETED -> "ended";
        };
    }
}
