package dev.keywright.server.emulator.journal;

import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.emulator.ControlEndpoint;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /emulator/requests/stream}: the journal as server-sent events, what is there first and then as it comes. */
public final class JournalStreamControl implements ControlEndpoint.Action {
    private final RequestJournal journal;

    /** Streams a journal. */
    public JournalStreamControl(RequestJournal journal) {
        this.journal = journal;
    }

    @Override
    public Operation operation(String method) {
        return JournalSchema.filtered(
                        Operation.of(
                                Subject.CONTROL,
                                "Follows the requests",
                                "Server-sent events: request for an entry that came or changed, cleared when all are forgotten."))
                .answering(Reply.empty(200, "The events, for as long as the caller stays.")
                        .or("text/event-stream", Schema.text()));
    }

    @Override
    public Answer act(Request request, ObjectNode body) {
        return JournalFilter.answer(request, filter -> Answer.events(new JournalStream(journal, filter)));
    }
}
