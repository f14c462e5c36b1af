package dev.keywright.testkit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A request, its answer, and why it was answered so. Secrets, codes and tokens are shown by their first and last
 * characters alone. Values that are not text are JSON.
 *
 * @param id counts up
 * @param at by the emulator's clock
 * @param requestId as in the header {@code x-notion-request-id}
 * @param clientId of the connection that the request names, right or wrong
 * @param authorization the public name of the authorization that it belongs to
 * @param query its parameters there
 * @param body its parameters there; empty when it has none
 * @param status empty when the connection was closed without an answer
 * @param answer its fields; empty when it is no JSON object
 * @param fault what was done to it on purpose
 * @param summary why it was answered so
 * @param advice what the app should do
 */
public record JournalEntry(
        long id,
        Instant at,
        String requestId,
        String method,
        String path,
        Optional<String> clientId,
        Optional<String> authorization,
        Map<String, String> query,
        Map<String, String> body,
        OptionalInt status,
        Map<String, String> answer,
        Optional<String> fault,
        Optional<String> summary,
        Optional<String> advice) {
    /** An entry; the maps are copied. */
    public JournalEntry {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
        answer = Collections.unmodifiableMap(new LinkedHashMap<>(answer));
    }

    static JournalEntry of(JsonNode entry) {
        JsonNode request = entry.path("request");
        JsonNode status = entry.path("status");
        return new JournalEntry(
                entry.path("id").asLong(),
                Instant.parse(entry.path("at").asString()),
                entry.path("request_id").asString(),
                entry.path("method").asString(),
                entry.path("path").asString(),
                JsonText.find(entry, "client_id"),
                JsonText.find(entry, "authorization"),
                JsonText.fields(request.path("query")),
                JsonText.fields(request.path("body")),
                status.isInt() ? OptionalInt.of(status.intValue()) : OptionalInt.empty(),
                JsonText.fields(entry.path("answer")),
                JsonText.find(entry, "fault"),
                JsonText.find(entry.path("decision"), "summary"),
                JsonText.find(entry.path("decision"), "advice"));
    }

    /** For people, of several lines. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("#" + id + " " + method + " " + path + " -> ")
                .append(status.isPresent() ? String.valueOf(status.getAsInt()) : "closed without an answer");
        line(text, "query", query.isEmpty() ? Optional.empty() : Optional.of(query.toString()));
        line(text, "body", body.isEmpty() ? Optional.empty() : Optional.of(body.toString()));
        line(text, "answer", answer.isEmpty() ? Optional.empty() : Optional.of(answer.toString()));
        line(text, "fault", fault);
        line(text, "why", summary);
        line(text, "advice", advice);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Optional<String> value) {
        value.ifPresent(
                present -> text.append("\n    ").append(name).append(": ").append(present));
    }
}
