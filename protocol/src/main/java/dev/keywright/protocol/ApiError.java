package dev.keywright.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * The error body of the REST endpoints, in the recorded key order.
 *
 * @param status the HTTP status, repeated in the body
 * @param code which error
 * @param message what is wrong, for a developer
 * @param additionalData what a program may want to know, in order; left out when there is none
 */
public record ApiError(int status, ApiErrorCode code, String message, Map<String, String> additionalData)
        implements WireBody {
    public ApiError {
        additionalData = Collections.unmodifiableMap(new LinkedHashMap<>(additionalData));
    }

    /** An error with another status than its code usually has. */
    public ApiError(int status, ApiErrorCode code, String message) {
        this(status, code, message, Map.of());
    }

    /** An error with the status that its code usually has. */
    public ApiError(ApiErrorCode code, String message) {
        this(code.status(), code, message);
    }

    /** This error with one more thing for programs. */
    public ApiError with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(additionalData);
        more.put(name, value);
        return new ApiError(status, code, message, more);
    }

    @Override
    public void writeFields(JsonGenerator json) {
        json.writeStringProperty("object", "error");
        json.writeNumberProperty("status", status);
        json.writeStringProperty("code", code.code());
        json.writeStringProperty("message", message);
        if (!additionalData.isEmpty()) {
            json.writeObjectPropertyStart("additional_data");
            additionalData.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
    }
}
