package dev.keywright.server.emulator;

import dev.keywright.server.description.Body;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET} and {@code POST /emulator/clock}: shows, moves, stops and resets the emulator's time. */
public final class ClockControl implements ControlEndpoint.Action {
    /** What it takes. */
    public static final Set<String> FIELDS = Set.of("advance", "set", "stop", "reset");

    private final EmulatorClock clock;
    private final Runnable whatTimeBrings;

    /** Controls a clock; {@code whatTimeBrings} does what would have been done meanwhile. */
    public ClockControl(EmulatorClock clock, Runnable whatTimeBrings) {
        this.clock = clock;
        this.whatTimeBrings = whatTimeBrings;
    }

    @Override
    public Operation operation(String method) {
        Reply now = Reply.json(
                200,
                "The time that it is now.",
                Schema.object(
                                Member.required("now", Schema.text("date-time")),
                                Member.required("running", Schema.truth()))
                        .named("Clock"));
        if (method.equals("GET")) {
            return Operation.of(Subject.CONTROL, "Shows the clock", "The emulator's own time.")
                    .answering(now);
        }
        return Operation.of(Subject.CONTROL, "Moves, stops or resets the clock", "One of these at a time.")
                .taking(Body.json(
                        Member.optional("advance", Schema.text().meaning("On by an ISO 8601 duration, such as PT10M.")),
                        Member.optional("set", Schema.text("date-time").meaning("On to a moment.")),
                        Member.optional("stop", Schema.truth(true).meaning("It stands still.")),
                        Member.optional("reset", Schema.truth(true).meaning("Back to where it began."))))
                .answering(now);
    }

    @Override
    public Answer act(Request request, ObjectNode body) {
        if (body.size() > 1) {
            return ControlEndpoint.refused("send one of advance, set, stop and reset at a time");
        }
        if (body.has("advance") || body.has("set")) {
            return move(body);
        }
        if (body.has("stop") || body.has("reset")) {
            String field = body.has("stop") ? "stop" : "reset";
            if (!body.get(field).isBoolean() || !body.get(field).booleanValue()) {
                return ControlEndpoint.refused(field + " should be true");
            }
            if (body.has("stop")) {
                clock.stop();
            } else {
                clock.reset();
            }
        }
        return now();
    }

    private Answer move(ObjectNode body) {
        String field = body.has("advance") ? "advance" : "set";
        if (!body.get(field).isString()) {
            return ControlEndpoint.refused(field + " should be a string");
        }
        String text = body.get(field).stringValue();
        try {
            boolean moved =
                    field.equals("advance") ? clock.advance(Duration.parse(text)) : clock.set(Instant.parse(text));
            if (!moved) {
                return ControlEndpoint.refused(field + " would take the clock back from " + clock.instant()
                        + ", which only reset does, or past " + EmulatorClock.LAST);
            }
        } catch (DateTimeException | ArithmeticException e) {
            return ControlEndpoint.refused(
                    field.equals("advance")
                            ? "advance should be an ISO 8601 duration such as PT10M"
                            : "set should be a time such as 2026-11-22T10:00:00Z");
        }
        whatTimeBrings.run();
        return now();
    }

    private Answer now() {
        return ControlEndpoint.ok(ControlJson.MAPPER
                .createObjectNode()
                .put("now", clock.instant().toString())
                .put("running", clock.running()));
    }
}
