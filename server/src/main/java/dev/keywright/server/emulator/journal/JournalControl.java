package dev.keywright.server.emulator.journal;

import dev.keywright.protocol.JsonValue;
import dev.keywright.server.emulator.ControlQuery;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code GET /emulator/requests} and its stream, and {@code DELETE}: what was asked and why it was answered so. */
public final class JournalControl {
    private final RequestJournal journal;

    /** The journal's endpoints. */
    public JournalControl(RequestJournal journal) {
        this.journal = journal;
    }

    /** The entries that the query asks for, newest last. */
    public Answer list(Request request) {
        return JournalFilter.answer(
                request,
                filter -> json(journal.since(0).entries().stream()
                        .filter(filter::takes)
                        .map(JournalEntry::json)
                        .toList()));
    }

    /** The same as server-sent events, those that are there first and then as they come. */
    public Answer stream(Request request) {
        return JournalFilter.answer(request, filter -> Answer.events(new JournalStream(journal, filter)));
    }

    /** Forgets them all. */
    public Answer clear(Request request) {
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
