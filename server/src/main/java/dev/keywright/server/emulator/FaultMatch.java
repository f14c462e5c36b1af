package dev.keywright.server.emulator;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.ParameterReader;
import dev.keywright.protocol.Parameters;
import dev.keywright.server.http.Request;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which requests a fault is for; what is empty matches all.
 *
 * @param path the whole path, or its beginning and an asterisk
 * @param client whose requests alone
 * @param grantType of the token endpoint
 */
record FaultMatch(
        Optional<String> method, Optional<String> path, Optional<ClientId> client, Optional<String> grantType) {
    private static final String CONTROLS = "/emulator";

    /** Whether a request is meant. Never one of the emulator's own: whoever set a fault can always take it back. */
    boolean matches(Request request, Supplier<Optional<ClientId>> caller) {
        return !(request.path() + "/").startsWith(CONTROLS + "/")
                && method.map(request.method()::equals).orElse(true)
                && path.map(pattern -> matches(pattern, request.path())).orElse(true)
                && grantType.map(wanted -> wanted.equals(grantTypeOf(request))).orElse(true)
                && (client.isEmpty() || client.equals(caller.get()));
    }

    private static boolean matches(String pattern, String path) {
        return pattern.endsWith("*")
                ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                : path.equals(pattern);
    }

    private static String grantTypeOf(Request request) {
        return request.parameters() instanceof ParameterReader.Read.Understood(Parameters parameters)
                        && parameters.values().get("grant_type") instanceof JsonValue.Text(String text)
                ? text
                : "";
    }
}
