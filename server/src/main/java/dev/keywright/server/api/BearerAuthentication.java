package dev.keywright.server.api;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.ApiErrorCode;
import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.NotionVersion;
import dev.keywright.server.bearer.Inspected;
import dev.keywright.server.bearer.TokenInspection;
import dev.keywright.server.description.Described;
import dev.keywright.server.description.Operation;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.BearerHeader;
import dev.keywright.server.http.Request;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the REST endpoints share: the bearer token is looked at first (RFC 6750 §2.1, in the header only), then the rate
 * limit, then the {@code Notion-Version}, then what the bot may do, and only then what is asked. At most one read, and no
 * write.
 */
public final class BearerAuthentication {
    /** What is said of a header that presents no token, and of one that presents a token that is not good. */
    static final String WRONG_FORMAT = "Authorization header must use the format \"Bearer <token>\".";

    static final String NO_SUCH_TOKEN = "API token is invalid.";

    private final TokenInspection tokens;
    private final RequestRate rate;
    private final Dialect dialect;

    /** Authenticates by what {@code tokens} finds. */
    public BearerAuthentication(TokenInspection tokens, RequestRate rate, Dialect dialect) {
        this.tokens = tokens;
        this.rate = rate;
        this.dialect = dialect;
    }

    /** What an endpoint does for a bot. */
    public interface Action extends Described {
        /** The answer. */
        Answer answer(Request request, Caller caller);
    }

    /** The endpoint that does {@code action} for whoever brings a good token. */
    public ApiEndpoint guard(Action action) {
        return new Guarded(Optional.empty(), action);
    }

    /** The endpoint that does {@code action} for whoever brings a good token of a bot with what is {@code needed}. */
    public ApiEndpoint guard(Predicate<Capabilities> needed, Action action) {
        return new Guarded(Optional.of(needed), action);
    }

    /** An endpoint behind a token. */
    private final class Guarded implements ApiEndpoint {
        private final Optional<Predicate<Capabilities>> needed;
        private final Action action;

        Guarded(Optional<Predicate<Capabilities>> needed, Action action) {
            this.needed = needed;
            this.action = action;
        }

        @Override
        public Answer answer(Request request) {
            return switch (BearerHeader.read(request)) {
                case BearerHeader.Malformed malformed -> unauthorized(request, WRONG_FORMAT, "");
                case BearerHeader.Token(String presented) ->
                    switch (tokens.use(presented)) {
                        case Inspected.Dead(String why) -> unauthorized(request, NO_SUCH_TOKEN, why);
                        case Inspected.Live live ->
                            rate.refusal(request, live.bot().installation())
                                    .orElseGet(() -> BearerAuthentication.answer(request, live, needed, action));
                    };
            };
        }

        @Override
        public Operation operation(String method) {
            Operation described = TokenUse.described(action.operation(method), dialect);
            return needed.isPresent() ? TokenUse.lackingCapability(described) : described;
        }
    }

    private static Answer answer(
            Request request, Inspected.Live live, Optional<Predicate<Capabilities>> needed, Action action) {
        return switch (NotionVersion.read(request.header("notion-version"))) {
            case NotionVersion.Read.Refused(ApiError error) -> Answer.refused(request, error, error.message());
            case NotionVersion.Read.Known(NotionVersion version) ->
                needed.map(may -> may.test(live.bot().capabilities())).orElse(true)
                        ? action.answer(request, caller(live, version))
                        : Answer.refused(
                                request,
                                new ApiError(
                                        ApiErrorCode.RESTRICTED_RESOURCE,
                                        "Insufficient permissions for this endpoint."),
                                "the connection lacked the capability when the person last authorized it");
        };
    }

    private static Caller caller(Inspected.Live live, NotionVersion version) {
        return new Caller(
                live.bot(),
                live.connection(),
                live.found().workspace().orElseThrow(),
                live.found().person().orElseThrow(),
                version);
    }

    private Answer unauthorized(Request request, String message, String why) {
        Answer answer = Answer.refused(
                request, new ApiError(ApiErrorCode.UNAUTHORIZED, message), why.isEmpty() ? message : why);
        // Notion sends no challenge here; RFC 6750 §3 wants one.
        return dialect.challengesBearers() ? answer.with("WWW-Authenticate", "Bearer") : answer;
    }
}
