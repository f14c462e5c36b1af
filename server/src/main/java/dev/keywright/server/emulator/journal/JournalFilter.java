package dev.keywright.server.emulator.journal;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Clip;
import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.ParameterReader;
import dev.keywright.protocol.Parameters;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries are asked for.
 *
 * @param since only entries with a higher id
 * @param path only paths that begin so
 * @param clientId only requests that name this connection
 */
record JournalFilter(long since, Optional<String> path, Optional<ClientId> clientId) {
    private static final Set<String> NAMES = Set.of("since", "path", "client_id");

    /** A query, read. */
    sealed interface Read {
        /** It asks for these. */
        record Understood(JournalFilter filter) implements Read {}

        /** It is wrong; the sentence says what would be right. */
        record Refused(String sentence) implements Read {}
    }

    /** Reads the query of a request. */
    static Read read(Request request) {
        return switch (request.queryParameters()) {
            case ParameterReader.Read.Malformed(String problem) -> new Read.Refused(problem);
            case ParameterReader.Read.Understood(Parameters parameters) -> read(parameters.values());
        };
    }

    private static Read read(Map<String, JsonValue> values) {
        Optional<String> unknown =
                values.keySet().stream().filter(name -> !NAMES.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return new Read.Refused(
                    "unknown parameter " + Clip.name(unknown.get()) + "; this takes client_id, path, since");
        }
        Optional<String> since = text(values, "since");
        if (since.isPresent() && !since.get().matches("[0-9]{1,18}")) {
            return new Read.Refused("since should be the id of an entry, a whole number");
        }
        Optional<String> client = text(values, "client_id");
        Optional<ClientId> clientId = client.flatMap(Uuids::anyForm).map(ClientId::new);
        if (client.isPresent() && clientId.isEmpty()) {
            return new Read.Refused("client_id should be a UUID");
        }
        return new Read.Understood(
                new JournalFilter(since.map(Long::parseLong).orElse(0L), text(values, "path"), clientId));
    }

    private static Optional<String> text(Map<String, JsonValue> values, String name) {
        return values.get(name) instanceof JsonValue.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    boolean takes(JournalEntry entry) {
        return entry.id() > since
                && path.map(entry.path()::startsWith).orElse(true)
                && clientId.map(id -> entry.clientId().equals(Optional.of(id))).orElse(true);
    }
}
