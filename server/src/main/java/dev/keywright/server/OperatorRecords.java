package dev.keywright.server;

import dev.keywright.server.audit.AuditFile;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.audit.LoggedAuditTrail;
import dev.keywright.server.cli.StartRefusedException;
import dev.keywright.server.http.AccessFile;
import dev.keywright.server.http.Watch;
import dev.keywright.server.http.Watcher;
import dev.keywright.server.metrics.Metrics;
import dev.keywright.server.packaged.Version;
import dev.keywright.server.settings.Observability;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.tracing.Tracing;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an operator can read of what the server does, where the settings ask for it.
 *
 * @param metrics what {@code watch} and {@code audit} count too
 */
record OperatorRecords(AuditTrail audit, Watch watch, Optional<Metrics> metrics) {
    static OperatorRecords open(Settings settings, InstantSource clock) throws StartRefusedException {
        Observability asked = settings.observability();
        AuditTrail audit = new LoggedAuditTrail();
        try {
            if (asked.auditLog().isPresent()) {
                audit = AuditFile.open(asked.auditLog().get(), clock);
            }
            List<Watcher> watchers = new ArrayList<>();
            if (asked.accessLog().isPresent()) {
                watchers.add(AccessFile.open(asked.accessLog().get(), clock));
            }
            Optional<Metrics> metrics = settings.metrics().map(shown -> new Metrics());
            metrics.map(Metrics::requests).ifPresent(watchers::add);
            audit = metrics.map(Metrics::decisions).map(audit::and).orElse(audit);
            asked.otlpEndpoint().ifPresent(collector -> watchers.add(tracing(collector, settings)));
            return new OperatorRecords(audit, new Watch(clock, watchers), metrics);
        } catch (IOException e) {
            audit.close();
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Watcher tracing(URI collector, Settings settings) {
        Optional<URI> url = settings.publicUrl();
        return new Tracing(
                collector,
                url.map(URI::getScheme).orElse(settings.tls().isPresent() ? "https" : "http"),
                url.map(URI::getHost).orElse(settings.host()),
                Version.text());
    }
}
