package dev.keywright.server.emulator;

import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /emulator/reset}: everything is as it was at the start. */
public final class ResetControl implements ControlEndpoint.Action {
    /** What it takes: nothing. */
    public static final Set<String> FIELDS = Set.of();

    private final List<Runnable> steps;

    /** A reset that does these steps in order. */
    public ResetControl(List<Runnable> steps) {
        this.steps = List.copyOf(steps);
    }

    @Override
    public Operation operation(String method) {
        return Operation.of(Subject.CONTROL, "Starts again", "World, clock, faults and journal are as at the start.")
                .answering(Reply.json(200, "Done.", Schema.object(Member.required("reset", Schema.truth(true)))));
    }

    @Override
    public Answer act(Request request, ObjectNode body) {
        steps.forEach(Runnable::run);
        return ControlEndpoint.ok(ControlJson.MAPPER.createObjectNode().put("reset", true));
    }
}
