package dev.keywright.server.emulator.journal;

import dev.keywright.protocol.JsonValue;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code GET /emulator/requests} and its stream, and {@code DELETE}: what was asked and why it was answered so. */
public final class JournalControl {
    private final RequestJournal journal;
    private final Function<String, Answer> refused;

    /** The journal's endpoints; {@code refused} makes the answer to a wrong query of a sentence. */
    public JournalControl(RequestJournal journal, Function<String, Answer> refused) {
        this.journal = journal;
        this.refused = refused;
    }

    /** The entries that the query asks for, newest last. */
    public Answer list(Request request) {
        return switch (JournalFilter.read(request)) {
            case JournalFilter.Read.Refused(String sentence) -> refused.apply(sentence);
            case JournalFilter.Read.Understood(JournalFilter filter) -> {
                List<JsonValue> entries = journal.since(0).entries().stream()
                        .filter(filter::takes)
                        .map(JournalEntry::json)
                        .toList();
                yield json(Map.of("requests", new JsonValue.Items(entries)));
            }
        };
    }

    /** The same as server-sent events, those that are there first and then as they come. */
    public Answer stream(Request request) {
        return switch (JournalFilter.read(request)) {
            case JournalFilter.Read.Refused(String sentence) -> refused.apply(sentence);
            case JournalFilter.Read.Understood(JournalFilter filter) ->
                Answer.events(new JournalStream(journal, filter));
        };
    }

    /** Forgets them all. */
    public Answer clear() {
        journal.clear();
        return json(Map.of("requests", new JsonValue.Items(List.of())));
    }

    private static Answer json(Map<String, JsonValue> fields) {
        return Answer.json(200, new JsonValue.Fields(fields).toJson().getBytes(StandardCharsets.UTF_8));
    }
}
