package dev.keywright.server;

import dev.keywright.protocol.Dialect;
import dev.keywright.server.cli.StartRefusedException;
import dev.keywright.server.http.BrowserPages;
import dev.keywright.server.http.Faults;
import dev.keywright.server.http.HttpServer;
import dev.keywright.server.http.Listening;
import dev.keywright.server.http.Router;
import dev.keywright.server.http.TrustedProxies;
import dev.keywright.server.http.Watch;
import dev.keywright.server.metrics.Metrics;
import dev.keywright.server.settings.ListenAddress;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the metrics are shown: an address of its own, at which nothing else is answered. */
final class MetricsListener {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsListener.class);

    private MetricsListener() {}

    static HttpServer start(ListenAddress address, Metrics metrics, Surroundings surroundings)
            throws StartRefusedException {
        Router router = new Router(
                metrics.page(),
                Dialect.STANDARD,
                Faults.NONE,
                (request, outcome) -> {},
                new Watch(surroundings.clock(), List.of()),
                BrowserPages.NONE,
                failure -> false);
        try {
            HttpServer listening = new HttpServer(
                    new Listening(address.host(), address.port(), Optional.empty(), TrustedProxies.NONE),
                    port -> router,
                    () -> surroundings.requestIds().get().toString());
            LOG.info(
                    "the metrics are shown at {}/metrics", ServerAddress.url("http", address.host(), listening.port()));
            return listening;
        } catch (IllegalStateException e) {
            throw new StartRefusedException("port " + address.port() + " of " + address.host()
                    + " cannot be listened on for the metrics: it is taken, or that host is not this machine; name another"
                    + " with --metrics");
        }
    }
}
