package dev.keywright.server.emulator;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Clip;
import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.ParameterReader;
import dev.keywright.protocol.Parameters;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The query of a control endpoint, read as strictly as a body is: what is not known is refused by name, so that a misspelt
 * parameter never means all.
 *
 * @param clientId the connection that {@code client_id} names
 * @param values all parameters
 */
public record ControlQuery(Optional<ClientId> clientId, Map<String, String> values) {
    private static final String CLIENT_ID = "client_id";

    public ControlQuery {
        values = Map.copyOf(values);
    }

    /** The answer that {@code action} has to a query with none but these names, or what is wrong with the query. */
    public static Answer answer(Request request, Set<String> names, Function<ControlQuery, Answer> action) {
        return switch (request.queryParameters()) {
            case ParameterReader.Read.Malformed(String problem) -> ControlEndpoint.refused(problem);
            case ParameterReader.Read.Understood(Parameters parameters) ->
                answer(texts(parameters), new TreeSet<>(names), action);
        };
    }

    private static Map<String, String> texts(Parameters parameters) {
        return parameters.values().entrySet().stream()
                .filter(parameter -> parameter.getValue() instanceof JsonValue.Text)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> ((JsonValue.Text) parameter.getValue()).text()));
    }

    private static Answer answer(Map<String, String> values, Set<String> names, Function<ControlQuery, Answer> action) {
        Optional<String> unknown =
                values.keySet().stream().filter(name -> !names.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return ControlEndpoint.refused("unknown parameter " + Clip.name(unknown.get()) + "; this takes "
                    + (names.isEmpty() ? "none" : String.join(", ", names)));
        }
        Optional<String> client = Optional.ofNullable(values.get(CLIENT_ID));
        Optional<ClientId> clientId = client.flatMap(Uuids::anyForm).map(ClientId::new);
        return client.isPresent() && clientId.isEmpty()
                ? ControlEndpoint.refused("client_id should be a UUID")
                : action.apply(new ControlQuery(clientId, values));
    }

    /** The value of a parameter. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
