package dev.keywright.protocol;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Authorization server metadata (RFC 8414 §2).
 *
 * @param issuer the server's public URL
 * @param endpoints the URL of each endpoint by its metadata name, in the order in which they are written
 * @param authenticationMethods how a client may authenticate at the token, introspection and revocation endpoints
 */
public record AuthorizationServerMetadata(
        String issuer, Map<String, String> endpoints, List<String> authenticationMethods) implements WireBody {
    @Override
    public void writeFields(JsonGenerator json) {
        json.writeStringProperty("issuer", issuer);
        endpoints.forEach(json::writeStringProperty);
        list(json, "response_types_supported", List.of("code"));
        list(json, "response_modes_supported", List.of("query"));
        list(json, "grant_types_supported", List.of("authorization_code", "refresh_token"));
        list(json, "code_challenge_methods_supported", List.of("S256"));
        for (String endpoint : List.of("token", "introspection", "revocation")) {
            list(json, endpoint + "_endpoint_auth_methods_supported", authenticationMethods);
        }
        json.writeBooleanProperty("authorization_response_iss_parameter_supported", true);
    }

    private static void list(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
