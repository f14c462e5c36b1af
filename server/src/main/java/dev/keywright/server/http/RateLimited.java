package dev.keywright.server.http;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.ApiErrorCode;
import java.time.Duration;

/** The answer to whoever asks too often: in the REST form under every path, because the SDK decides by its {@code code}. */
public final class RateLimited {
    private RateLimited() {}

    /**
     * The answer.
     *
     * @param reason the {@code rate_limit_reason}
     * @param wait when it is worth asking again, in whole seconds
     */
    public static Answer answer(Request request, String reason, Duration wait) {
        String seconds = String.valueOf(wait.toSeconds());
        ApiError error = new ApiError(
                        ApiErrorCode.RATE_LIMITED, "You have been rate limited. Please try again in a few minutes.")
                .with("rate_limit_reason", reason)
                .with("retry_after", seconds);
        return Answer.json(error.status(), error.toJson(request.id())).with("Retry-After", seconds);
    }
}
