package dev.keywright.server.emulator;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.ApiErrorCode;
import dev.keywright.protocol.OAuthError;
import dev.keywright.protocol.OAuthErrorCode;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.RateLimited;
import dev.keywright.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What faults answer: as the real service would, in the form of the path. */
final class FaultAnswers {
    private static final Pattern REFRESH_TOKEN = Pattern.compile("\"refresh_token\":\"[^\"]*\"");
    private static final Map<Integer, ApiErrorCode> CODES = new TreeMap<>(Stream.of(
                    ApiErrorCode.VALIDATION_ERROR,
                    ApiErrorCode.UNAUTHORIZED,
                    ApiErrorCode.RESTRICTED_RESOURCE,
                    ApiErrorCode.OBJECT_NOT_FOUND,
                    ApiErrorCode.CONFLICT_ERROR,
                    ApiErrorCode.RATE_LIMITED,
                    ApiErrorCode.INTERNAL_SERVER_ERROR,
                    ApiErrorCode.BAD_GATEWAY,
                    ApiErrorCode.SERVICE_UNAVAILABLE,
                    ApiErrorCode.GATEWAY_TIMEOUT,
                    ApiErrorCode.SERVICE_OVERLOAD)
            .collect(Collectors.toMap(ApiErrorCode::status, code -> code)));
    private static final Map<Integer, OAuthErrorCode> OAUTH_CODES =
            Map.of(400, OAuthErrorCode.INVALID_REQUEST, 401, OAuthErrorCode.INVALID_CLIENT);

    private FaultAnswers() {}

    /** The statuses that have an error of their own. */
    static List<Integer> statuses() {
        return List.copyOf(CODES.keySet());
    }

    static Answer status(Request request, Fault.Effect.Status fault) {
        if (fault.status() == ApiErrorCode.RATE_LIMITED.status()) {
            return RateLimited.answer(
                    request,
                    "public_api_request_rate_limit",
                    Duration.ofSeconds(fault.retryAfter().orElse(1)));
        }
        Optional<OAuthErrorCode> oauth = request.path().startsWith("/v1/oauth/")
                ? Optional.ofNullable(OAUTH_CODES.get(fault.status()))
                : Optional.empty();
        ApiErrorCode code = Optional.ofNullable(CODES.get(fault.status())).orElse(ApiErrorCode.INTERNAL_SERVER_ERROR);
        Answer answer = oauth.map(error -> oauth(request, error))
                .orElseGet(() -> Answer.json(
                        code.status(),
                        new ApiError(code, "The emulator was asked to answer so.").toJson(request.id())));
        return fault.retryAfter()
                .map(seconds -> answer.with("Retry-After", seconds.toString()))
                .orElse(answer);
    }

    private static Answer oauth(Request request, OAuthErrorCode code) {
        return Answer.json(code.status(), new OAuthError(code, Optional.empty()).toJson(request.id()));
    }

    static Answer body(Fault.Effect.Body fault) {
        return new Answer(
                fault.status(),
                Optional.of(fault.contentType()),
                fault.text().getBytes(StandardCharsets.UTF_8),
                List.of());
    }

    static Answer expiredCode(Request request) {
        return oauth(request, OAuthErrorCode.INVALID_GRANT);
    }

    static Answer withoutRefreshToken(Answer answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        String without = REFRESH_TOKEN.matcher(body).replaceFirst("\"refresh_token\":null");
        return new Answer(
                answer.status(),
                answer.contentType(),
                without.getBytes(StandardCharsets.UTF_8),
                answer.headers(),
                answer.explanation(),
                answer.events());
    }
}
