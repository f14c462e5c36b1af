package dev.keywright.protocol;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * The error body of the OAuth endpoints.
 *
 * @param code which error
 * @param description {@code error_description}, where the dialect has one
 */
public record OAuthError(OAuthErrorCode code, Optional<String> description) implements WireBody {
    @Override
    public void writeFields(JsonGenerator json) {
        json.writeStringProperty("error", code.code());
        description.ifPresent(text -> json.writeStringProperty("error_description", text));
    }
}
