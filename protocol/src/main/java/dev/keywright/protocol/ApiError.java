package dev.keywright.protocol;

import tools.jackson.core.JsonGenerator;

/**
 * The error body of the REST endpoints, in the recorded key order.
 *
 * @param status the HTTP status, repeated in the body
 * @param code which error
 * @param message what is wrong, for a developer
 */
public record ApiError(int status, ApiErrorCode code, String message) implements WireBody {
    /** An error with the status that its code usually has. */
    public ApiError(ApiErrorCode code, String message) {
        this(code.status(), code, message);
    }

    @Override
    public void writeFields(JsonGenerator json) {
        json.writeStringProperty("object", "error");
        json.writeNumberProperty("status", status);
        json.writeStringProperty("code", code.code());
        json.writeStringProperty("message", message);
    }
}
