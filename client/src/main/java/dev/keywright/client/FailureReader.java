package dev.keywright.client;

import dev.keywright.client.Transport.Fate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads answers of any status but 200. Errors come in two shapes: {@code {"error": …}} of the OAuth endpoints (RFC 6749
 * §5.2), and {@code {"object": "error", "code": …, "message": …}} of whatever stands before them.
 *
 * @param safeToRepeat whether the operation may be sent again when it may have been done
 */
record FailureReader(boolean safeToRepeat) {
    Failure read(Fate.Answered answered) {
        Optional<JsonFields> fields = fields(answered);
        Optional<String> requestId = requestId(answered, fields);
        Optional<String> error = fields.flatMap(body -> body.words("error").or(() -> body.words("code")));
        int status = answered.status();
        if (status == 429) {
            Optional<String> reason = fields.flatMap(body -> body.nested("additional_data"))
                    .flatMap(data -> data.words("rate_limit_reason"));
            return new RateLimited(RetryAfter.read(answered.headers()), reason, requestId);
        }
        if (status >= 500) {
            String detail = "the server answered " + status
                    + error.map(code -> " " + code).orElse("");
            return unavailable(Unavailable.Kind.SERVER_ERROR, answered, requestId, detail);
        }
        if (status >= 400 && error.isPresent()) {
            Optional<String> description =
                    fields.flatMap(body -> body.words("error_description").or(() -> body.words("message")));
            return new Refused(ErrorCode.of(error.get()), error.get(), description, status, requestId);
        }
        boolean redirect = status >= 300 && status < 400;
        return unintelligible(
                answered, redirect ? "a redirect, which is not followed" : "an answer of an unknown form");
    }

    Unavailable unintelligible(Fate.Answered answered, String problem) {
        return unavailable(
                Unavailable.Kind.UNINTELLIGIBLE,
                answered,
                requestId(answered, Optional.empty()),
                "status " + answered.status() + ": " + problem);
    }

    private Unavailable unavailable(
            Unavailable.Kind kind, Fate.Answered answered, Optional<String> requestId, String detail) {
        return new Unavailable(
                kind,
                safeToRepeat,
                RetryAfter.read(answered.headers()),
                OptionalInt.of(answered.status()),
                requestId,
                detail);
    }

    /** The body has it, and the header on refusals. */
    static Optional<String> requestId(Fate.Answered answered, Optional<JsonFields> fields) {
        return fields.flatMap(body -> body.words("request_id"))
                .or(() -> answered.headers().firstValue("x-notion-request-id").map(ServerText::oneLine));
    }

    private static Optional<JsonFields> fields(Fate.Answered answered) {
        try {
            return Optional.of(JsonFields.read(answered.body()));
        } catch (JsonFields.Misshapen e) {
            return Optional.empty();
        }
    }
}
