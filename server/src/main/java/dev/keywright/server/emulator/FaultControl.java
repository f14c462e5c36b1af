package dev.keywright.server.emulator;

import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Parameter;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET}, {@code POST} and {@code DELETE /emulator/faults}: lists what will go wrong, adds to it, takes it all back. */
public final class FaultControl implements ControlEndpoint.Action {
    /** What it takes. */
    public static final Set<String> FIELDS = Set.of("match", "times", "fault");

    private final FaultList faults;

    /** Controls these faults. */
    FaultControl(FaultList faults) {
        this.faults = faults;
    }

    @Override
    public Operation operation(String method) {
        Reply listed = Reply.json(200, "What still waits.", FaultSchema.list());
        return switch (method) {
            case "POST" ->
                Operation.of(Subject.CONTROL, "Has requests fail", "The next answers that match go wrong in this way.")
                        .taking(FaultSchema.body())
                        .answering(Reply.json(200, "The fault that waits now.", FaultSchema.rule()));
            case "DELETE" ->
                Operation.of(Subject.CONTROL, "Takes faults back", "All of them, or those of one connection.")
                        .taking(Parameter.query("client_id", Schema.text("uuid"), "The connection."))
                        .answering(listed);
            default ->
                Operation.of(Subject.CONTROL, "Lists faults", "Those that wait for a request that matches.")
                        .answering(listed);
        };
    }

    @Override
    public Answer act(Request request, ObjectNode body) {
        return switch (request.method()) {
            case "POST" -> add(body);
            case "DELETE" -> takeBack(request);
            default -> list();
        };
    }

    private Answer add(ObjectNode body) {
        return switch (FaultReader.read(body)) {
            case FaultReader.Read.Refused(String sentence) -> ControlEndpoint.refused(sentence);
            case FaultReader.Read.Understood(FaultMatch match, int times, Fault fault) ->
                ControlEndpoint.ok(FaultJson.of(faults.add(match, times, fault)));
        };
    }

    /** All of them, or with {@code ?client_id=} those of one connection: others may share this emulator. */
    private Answer takeBack(Request request) {
        return ControlQuery.answer(request, Set.of("client_id"), query -> {
            query.clientId().ifPresentOrElse(faults::clear, faults::clear);
            return list();
        });
    }

    private Answer list() {
        return ControlEndpoint.ok(FaultJson.list(faults.all()));
    }
}
