package dev.keywright.server.oauth;

import dev.keywright.protocol.ApiErrorCode;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.OAuthError;
import dev.keywright.protocol.OAuthErrorCode;
import dev.keywright.protocol.Parameters;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.description.Described;
import dev.keywright.server.description.Operation;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.Explanation;
import dev.keywright.server.http.RateLimited;
import dev.keywright.server.http.Request;
import java.time.Duration;
import java.util.Optional;

/**
 * What the endpoints share that a client calls with its own credentials: it authenticates, the rest is asked, and a
 * refusal is said in one form. Every refusal leaves an audit event with its private reason.
 *
 * @param <C> who may be a client
 */
public final class ClientEndpoint<C> implements ApiEndpoint {
    private final ClientAuthentication<C> authentication;
    private final PresentedTokens tokens;
    private final Dialect dialect;
    private final AuditTrail audit;
    private final Action<C> action;

    /** An endpoint that does {@code action} for a client that authenticated. */
    public ClientEndpoint(
            ClientAuthentication<C> authentication,
            PresentedTokens tokens,
            Dialect dialect,
            AuditTrail audit,
            Action<C> action) {
        this.authentication = authentication;
        this.tokens = tokens;
        this.dialect = dialect;
        this.audit = audit;
        this.action = action;
    }

    /**
     * What one endpoint does for an authenticated client.
     *
     * @param <C> who may be a client
     */
    public interface Action<C> extends Described {
        /** The parameter that names the token that a request is about. */
        String tokenParameter();

        /** Answers, or refuses; {@code presented} is the token in that parameter if this server made it. */
        Result act(Request request, C client, Parameters parameters, Optional<Presented> presented);
    }

    /** What an action came to. */
    public sealed interface Result {
        /** It answers. */
        record Done(Answer answer) implements Result {}

        /**
         * It refuses.
         *
         * @param why what was wrong and what would have been right: for journal, audit and terminal only
         * @param description a sentence for the client where the fixed one of the code says too little
         */
        record Refused(OAuthErrorCode code, Explanation why, Optional<String> description) implements Result {
            /** A refusal that tells the client no more than the code. */
            public Refused(OAuthErrorCode code, String reason) {
                this(code, new Explanation(reason), Optional.empty());
            }
        }
    }

    @Override
    public Operation operation(String method) {
        return ClientUse.described(action.operation(method), dialect);
    }

    @Override
    public Answer answer(Request request) {
        Optional<Presented> presented = tokens.in(request, action.tokenParameter());
        return switch (authentication.authenticate(request, id -> tokens.connection(id, presented))) {
            case Authentication.Throttled<C>(Duration delay) -> throttled(request, delay);
            case Authentication.Refused<C>(OAuthErrorCode code, String why) ->
                refuse(request, Optional.empty(), new Result.Refused(code, why));
            case Authentication.Authenticated<C>(ClientId id, C client, Parameters parameters, Optional<String> note) ->
                switch (action.act(request, client, parameters, presented)) {
                    case Result.Done(Answer answer) -> note.map(answer::because).orElse(answer);
                    case Result.Refused refused -> refuse(request, Optional.of(id), refused);
                };
        };
    }

    private Answer throttled(Request request, Duration delay) {
        String why = "too many requests from this address failed to authenticate within a minute";
        audit.record(
                request.id(),
                new AuditEvent.Refused(request.path(), Optional.empty(), ApiErrorCode.RATE_LIMITED.code(), why));
        return RateLimited.answer(request, "public_api_endpoint_rate_limit", delay)
                .because(why);
    }

    private Answer refuse(Request request, Optional<ClientId> client, Result.Refused refused) {
        audit.record(
                request.id(),
                new AuditEvent.Refused(
                        request.path(),
                        client,
                        refused.code().code(),
                        refused.why().sentence()));
        Optional<String> description = dialect.describesErrors()
                ? Optional.of(refused.description().orElse(refused.code().sentence()))
                : Optional.empty();
        Answer answer = Answer.refused(request, new OAuthError(refused.code(), description), refused.why());
        return refused.code() == OAuthErrorCode.INVALID_CLIENT
                ? answer.with("WWW-Authenticate", "Basic realm=\"OAuth\"")
                : answer;
    }
}
