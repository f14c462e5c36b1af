package dev.keywright.protocol;

import java.util.Locale;

/** The error codes of the REST endpoints, and of every path where the SDK decides by {@code code}. */
public enum ApiErrorCode {
    INVALID_JSON(400),
    INVALID_REQUEST_URL(400),
    VALIDATION_ERROR(400),
    MISSING_VERSION(400),
    UNAUTHORIZED(401),
    RESTRICTED_RESOURCE(403),
    OBJECT_NOT_FOUND(404),
    CONFLICT_ERROR(409),
    RATE_LIMITED(429),
    INTERNAL_SERVER_ERROR(500),
    BAD_GATEWAY(502),
    SERVICE_UNAVAILABLE(503),
    GATEWAY_TIMEOUT(504),
    SERVICE_OVERLOAD(529);

    private final int status;

    ApiErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with the code, unless the endpoint says otherwise. */
    public int status() {
        return status;
    }

    /** The code as it is written on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
