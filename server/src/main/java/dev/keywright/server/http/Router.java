package dev.keywright.server.http;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.ApiErrorCode;
import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.OAuthError;
import dev.keywright.protocol.OAuthErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the endpoint of a request, and answers itself where there is none or where it failed. */
public final class Router {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final String OAUTH = "/v1/oauth/";
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final Answer.Header NOSNIFF = new Answer.Header("X-Content-Type-Options", "nosniff");
    private static final Answer.Header NO_STORE = new Answer.Header("Cache-Control", "no-store");
    private static final Answer.Header NO_CACHE = new Answer.Header("Pragma", "no-cache");

    /** The headers that many answers have in common, each always the same. */
    static final List<Answer.Header> COMMON_HEADERS = List.of(NOSNIFF, NO_STORE, NO_CACHE);

    private final Routes routes;
    private final Dialect dialect;
    private final Faults faults;
    private final Journal journal;
    private final Traffic traffic;
    private final BrowserPages pages;
    private final Predicate<RuntimeException> passing;

    /**
     * A router over a table of routes.
     *
     * @param pages what people see where programs get JSON
     * @param passing whether a failure passes by itself, so that the request may be sent again: 503 and not 500
     */
    public Router(
            Routes routes,
            Dialect dialect,
            Faults faults,
            Journal journal,
            Traffic traffic,
            BrowserPages pages,
            Predicate<RuntimeException> passing) {
        this.routes = routes;
        this.dialect = dialect;
        this.faults = faults;
        this.journal = journal;
        this.traffic = traffic;
        this.pages = pages;
        this.passing = passing;
    }

    /** Whether there is something to answer this method and path that looks at the body. */
    boolean readsBody(String method, String path) {
        return routes.find(method, path)
                .filter(route -> route.endpoint().readsBody())
                .isPresent();
    }

    /** What becomes of a request; an answer has the headers that every answer has. */
    Outcome answer(Request request) {
        Traffic.Passage passage = traffic.begins(request);
        Outcome outcome = faults.around(request, () -> decide(request));
        passage.ends(outcome);
        journal.record(request, outcome);
        return switch (outcome) {
            case Outcome.Answered(Answer answer) -> new Outcome.Answered(withCommonHeaders(request, answer));
            case Outcome.Faulted(Answer answer, String fault) ->
                new Outcome.Faulted(withCommonHeaders(request, answer), fault);
            case Outcome.Dropped dropped -> dropped;
        };
    }

    /** The answer to a request whose body is over the limit. */
    Answer tooLarge(Request request) {
        String why = "the body is larger than " + Limits.BODY + " bytes";
        Answer answer = shown(
                request,
                oauth(request)
                        ? Answer.json(
                                        413,
                                        oauthError(OAuthErrorCode.INVALID_REQUEST)
                                                .toJson(request.id()))
                                .because(why)
                        : Answer.refused(
                                request,
                                new ApiError(413, ApiErrorCode.VALIDATION_ERROR, "The request body is too large."),
                                why));
        Outcome outcome = new Outcome.Answered(answer);
        traffic.begins(request).ends(outcome);
        journal.record(request, outcome);
        return withCommonHeaders(request, answer);
    }

    private Answer decide(Request request) {
        try {
            return routes.find(request.method(), request.path())
                    .map(route -> route.endpoint().answer(request.withCaptured(route.captured())))
                    .orElseGet(() -> shown(request, unknownUrl(request)));
        } catch (RuntimeException e) {
            return shown(request, passing.test(e) ? unavailable(request, e) : defect(request, e));
        }
    }

    /** What is said of a failure: to a person's browser a page, to all others the answer as it is. */
    private Answer shown(Request request, Answer answer) {
        return pages.page(request, answer.status())
                .map(page -> page.with(answer.headers()))
                .map(page -> answer.explanation().map(page::because).orElse(page))
                .orElse(answer);
    }

    private static Answer unavailable(Request request, RuntimeException failure) {
        LOG.error("{} {}: {}", request.id(), request.path(), failure.getMessage());
        return Answer.refused(
                        request,
                        new ApiError(
                                ApiErrorCode.SERVICE_UNAVAILABLE,
                                "Keywright is temporarily unavailable. Please try again later."),
                        "the store could not be used; nothing was changed")
                .with("Retry-After", RETRY_AFTER_SECONDS);
    }

    private static Answer defect(Request request, RuntimeException failure) {
        // The message may quote what the client sent: only where it happened goes to the log.
        String where = Failure.where(failure);
        LOG.error("{} {}: {}", request.id(), request.path(), where);
        return Answer.refused(
                request,
                new ApiError(ApiErrorCode.INTERNAL_SERVER_ERROR, "Unexpected error occurred."),
                "a defect of the server: " + where);
    }

    private Answer unknownUrl(Request request) {
        List<String> allowed = routes.methods(request.path());
        String why = allowed.isEmpty()
                ? "there is no such path"
                : "this path takes " + String.join(", ", allowed) + " and not " + request.method();
        if (request.method().equals("TRACE")) {
            return urlError(request, 405, why);
        }
        if (dialect.oneAnswerForUnknownUrls()) {
            return urlError(request, 400, why);
        }
        return allowed.isEmpty()
                ? urlError(request, 404, why)
                : urlError(request, 405, why).with("Allow", String.join(", ", allowed));
    }

    private static Answer urlError(Request request, int status, String why) {
        return Answer.refused(
                request, new ApiError(status, ApiErrorCode.INVALID_REQUEST_URL, "Invalid request URL."), why);
    }

    private OAuthError oauthError(OAuthErrorCode code) {
        return new OAuthError(code, dialect.describesErrors() ? Optional.of(code.sentence()) : Optional.empty());
    }

    private static boolean oauth(Request request) {
        return request.path().startsWith(OAUTH);
    }

    private static Answer withCommonHeaders(Request request, Answer answer) {
        Answer.Header id = new Answer.Header("x-notion-request-id", request.id());
        return oauth(request) ? answer.with(id, NOSNIFF, NO_STORE, NO_CACHE) : answer.with(id, NOSNIFF);
    }
}
