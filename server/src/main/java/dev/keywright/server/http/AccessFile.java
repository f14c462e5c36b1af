package dev.keywright.server.http;

import dev.keywright.server.log.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Requests as JSON objects in a file, one a request. In place of the path there is its route: a path can name an open consent,
 * and hold what a client put where it does not belong.
 */
public final class AccessFile implements Watcher {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final JsonLines lines;

    private AccessFile(JsonLines lines) {
        this.lines = lines;
    }

    /** Opens the file; throws with one sentence that says what is wrong and what to do. */
    public static AccessFile open(Path path, InstantSource clock) throws IOException {
        return new AccessFile(JsonLines.open("access_log", path, clock));
    }

    @Override
    public void answered(Exchange exchange) {
        Request request = exchange.request();
        lines.append(request.id(), json -> {
            json.writeStringProperty("method", request.method());
            exchange.route()
                    .ifPresentOrElse(
                            route -> json.writeStringProperty("route", route), () -> json.writeNullProperty("route"));
            json.writeNumberProperty("status", exchange.status());
            json.writeNumberProperty("duration_ms", exchange.took().toNanos() / NANOS_PER_MILLISECOND);
            json.writeStringProperty("peer", request.peer());
        });
    }

    @Override
    public void close() {
        lines.close();
    }
}
