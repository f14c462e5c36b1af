package dev.keywright.server.api;

import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * {@code GET /health/ready}: whether requests should be sent here. Not while the database cannot be reached, while this
 * server's clock is more than two seconds off the database's, by which all servers measure, and once it is stopping.
 */
public final class ReadyEndpoint implements ApiEndpoint {
    /** How far two clocks may be apart: lifetimes and graces are in minutes. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Store store;
    private final InstantSource clock;
    private final BooleanSupplier stopping;

    /** The endpoint of a server with this store and clock, which is stopping as soon as {@code stopping} says so. */
    public ReadyEndpoint(Store store, InstantSource clock, BooleanSupplier stopping) {
        this.store = store;
        this.clock = clock;
        this.stopping = stopping;
    }

    @Override
    public Operation operation(String method) {
        return Operation.of(
                        Subject.OPERATION,
                        "Whether requests should be sent here",
                        "Not while the database cannot be reached or the clocks differ, and not once the server is stopping.")
                .answering(Reply.json(200, "They should.", HealthEndpoint.healthy()))
                .answering(Reply.json(
                        503,
                        "They should not.",
                        Schema.object(
                                Member.required("status", Schema.oneOf("unavailable")),
                                Member.required("reason", Schema.oneOf("stopping", "clock", "database")))));
    }

    @Override
    public Answer answer(Request request) {
        return whyNot().map(ReadyEndpoint::unavailable).orElseGet(HealthEndpoint::ok);
    }

    private Optional<String> whyNot() {
        if (stopping.getAsBoolean()) {
            return Optional.of("stopping");
        }
        try {
            boolean wrong = store.clockAheadOf(clock).abs().compareTo(TOLERANCE) > 0;
            return wrong ? Optional.of("clock") : Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.of("database");
        }
    }

    private static Answer unavailable(String reason) {
        return Answer.json(
                503, ("{\"status\":\"unavailable\",\"reason\":\"" + reason + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
