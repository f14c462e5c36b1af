package dev.keywright.server.emulator.journal;

import dev.keywright.protocol.JsonValue;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Subject;
import dev.keywright.server.emulator.ControlEndpoint;
import dev.keywright.server.emulator.ControlQuery;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET} and {@code DELETE /emulator/requests}: what was asked and why it was answered so. */
public final class JournalControl implements ControlEndpoint.Action {
    /** What it takes in a body: nothing. */
    public static final Set<String> FIELDS = Set.of();

    private final RequestJournal journal;

    /** Shows a journal. */
    public JournalControl(RequestJournal journal) {
        this.journal = journal;
    }

    @Override
    public Operation operation(String method) {
        Reply listed = Reply.json(200, "The newest last.", JournalSchema.list());
        return method.equals("DELETE")
                ? Operation.of(Subject.CONTROL, "Empties the journal", "Ids count on.")
                        .answering(listed)
                : JournalSchema.filtered(Operation.of(
                                Subject.CONTROL,
                                "Lists the latest requests",
                                "With their answers, and why each was answered so. No secret or token is in it."))
                        .answering(listed);
    }

    @Override
    public Answer act(Request request, ObjectNode body) {
        return request.method().equals("DELETE") ? clear(request) : list(request);
    }

    /** The entries that the query asks for, newest last. */
    private Answer list(Request request) {
        return JournalFilter.answer(
                request,
                filter -> json(journal.since(0).entries().stream()
                        .filter(filter::takes)
                        .map(JournalEntry::json)
                        .toList()));
    }

    /** Forgets them all. */
    private Answer clear(Request request) {
        return ControlQuery.answer(request, Set.of(), query -> {
            journal.clear();
            return json(List.of());
        });
    }

    private static Answer json(List<JsonValue> entries) {
        JsonValue all = new JsonValue.Fields(Map.of("requests", new JsonValue.Items(entries)));
        return Answer.json(200, all.toJson().getBytes(StandardCharsets.UTF_8));
    }
}
