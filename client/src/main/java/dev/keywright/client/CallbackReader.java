package dev.keywright.client;

import dev.keywright.client.AuthorizationCallback.AccessDenied;
import dev.keywright.client.AuthorizationCallback.AuthorizationCode;
import dev.keywright.client.AuthorizationCallback.AuthorizationRefused;
import dev.keywright.client.AuthorizationCallback.IssuerMismatch;
import dev.keywright.client.AuthorizationCallback.Malformed;
import dev.keywright.client.AuthorizationCallback.StateMismatch;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the query of a callback: the state first, since before that nothing else is to be believed, and then who sent it.
 *
 * @param issuer who has to have sent it; empty when that is not asked
 */
record CallbackReader(State expected, Optional<Issuer> issuer) {
    AuthorizationCallback read(String rawQuery) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : rawQuery.replaceFirst("^\\?", "").split("&", -1)) {
            String[] pair = part.split("=", 2);
            Optional<String> name = decoded(pair[0]);
            Optional<String> value = pair.length == 2 ? decoded(pair[1]) : Optional.of("");
            if (name.isEmpty() || value.isEmpty()) {
                return new Malformed("the query is badly escaped");
            }
            // RFC 6749 §3.1: parameters are not repeated. With two states or codes, which one was checked?
            if (!name.get().isEmpty() && parameters.put(name.get(), value.get()) != null) {
                return new Malformed("a parameter is repeated");
            }
        }
        return answer(parameters);
    }

    private AuthorizationCallback answer(Map<String, String> parameters) {
        if (!expected.matches(parameters.getOrDefault("state", ""))) {
            return new StateMismatch();
        }
        String iss = parameters.getOrDefault("iss", "");
        if (!issuer.map(server -> server.matches(iss)).orElse(true)) {
            return new IssuerMismatch();
        }
        String code = parameters.getOrDefault("code", "");
        String error = parameters.getOrDefault("error", "");
        if (code.isEmpty() == error.isEmpty()) {
            return new Malformed("there should be either a code or an error");
        }
        if (!code.isEmpty()) {
            return new AuthorizationCode(code);
        }
        if (error.equals("access_denied")) {
            return new AccessDenied();
        }
        Optional<String> description = Optional.of(parameters.getOrDefault("error_description", ""))
                .filter(text -> !text.isEmpty())
                .map(ServerText::oneLine);
        return new AuthorizationRefused(ServerText.oneLine(error), description);
    }

    private static Optional<String> decoded(String escaped) {
        try {
            return Optional.of(URLDecoder.decode(escaped, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
