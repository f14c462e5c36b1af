package dev.keywright.server.emulator.journal;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request and its answer. Nothing in it is a secret: see {@link Redaction}.
 *
 * @param id counts from 1, and goes on after the journal was cleared
 * @param clientId whom the request names as its connection, right or wrong
 * @param authorization the ref of the authorization that it belongs to
 * @param query the query's parameters
 * @param body the body's fields; empty where there is none, or where it is a form of a page
 * @param status empty when the connection was closed without an answer
 * @param answer what was answered, for programs
 * @param fault what was done to it on purpose
 * @param decision why it was answered so
 * @param tracks what it has in common with others of the same authorization: see {@link Tracks}
 */
record JournalEntry(
        long id,
        Instant at,
        String requestId,
        String method,
        String path,
        Optional<ClientId> clientId,
        Optional<String> authorization,
        JsonValue query,
        Optional<JsonValue> body,
        Optional<Integer> status,
        Optional<JsonValue> answer,
        Optional<String> fault,
        Optional<Decision> decision,
        Set<String> tracks) {
    JournalEntry {
        tracks = Set.copyOf(tracks);
    }

    /** This entry, as one of this authorization. */
    JournalEntry of(String ref) {
        return new JournalEntry(
                id,
                at,
                requestId,
                method,
                path,
                clientId,
                Optional.of(ref),
                query,
                body,
                status,
                answer,
                fault,
                decision,
                tracks);
    }

    /** The entry as the journal's endpoints give it. */
    JsonValue json() {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("id", new JsonValue.Numeral(String.valueOf(id)));
        fields.put("at", new JsonValue.Text(at.toString()));
        fields.put("request_id", new JsonValue.Text(requestId));
        fields.put("method", new JsonValue.Text(method));
        fields.put("path", new JsonValue.Text(path));
        fields.put("client_id", text(clientId.map(ClientId::toString)));
        fields.put("authorization", text(authorization));
        Map<String, JsonValue> request = new LinkedHashMap<>();
        request.put("query", query);
        request.put("body", orNull(body));
        fields.put("request", new JsonValue.Fields(request));
        fields.put("status", orNull(status.map(value -> new JsonValue.Numeral(value.toString()))));
        fields.put("answer", orNull(answer));
        fields.put("fault", text(fault));
        fields.put("decision", orNull(decision.map(Decision::json)));
        return new JsonValue.Fields(fields);
    }

    static JsonValue text(Optional<String> text) {
        return orNull(text.map(JsonValue.Text::new));
    }

    static JsonValue orNull(Optional<? extends JsonValue> value) {
        return value.<JsonValue>map(present -> present).orElseGet(JsonValue.Null::new);
    }
}
