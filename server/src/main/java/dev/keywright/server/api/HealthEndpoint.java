package dev.keywright.server.api;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Endpoint;
import dev.keywright.server.http.Request;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /health}, 200 once requests can be answered, and {@code GET /health/live}, 200 as long as the process answers at
 * all, whatever else is wrong.
 */
public final class HealthEndpoint implements Endpoint {
    private static final byte[] OK = "{\"status\":\"ok\"}".getBytes(StandardCharsets.UTF_8);

    @Override
    public Answer answer(Request request) {
        return ok();
    }

    /** All is well. */
    static Answer ok() {
        return Answer.json(200, OK);
    }
}
