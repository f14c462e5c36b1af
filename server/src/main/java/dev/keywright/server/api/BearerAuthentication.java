package dev.keywright.server.api;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.ApiErrorCode;
import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.NotionVersion;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Honour;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenKind;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Endpoint;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the REST endpoints share: the bearer token is looked at first (RFC 6750 §2.1, in the header only), then the
 * {@code Notion-Version}, and only then what is asked. At most one read, and no write.
 */
public final class BearerAuthentication {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer)[ \\t]+(\\S+)");

    private final Store store;
    private final TokenCodec codec;
    private final AuthorizationPolicy policy;
    private final InstantSource clock;
    private final Dialect dialect;

    /** Authenticates against the authorizations of a store. */
    public BearerAuthentication(
            Store store, TokenCodec codec, AuthorizationPolicy policy, InstantSource clock, Dialect dialect) {
        this.store = store;
        this.codec = codec;
        this.policy = policy;
        this.clock = clock;
        this.dialect = dialect;
    }

    /** What an endpoint does for a bot. */
    public interface Action {
        /** The answer. */
        Answer answer(Request request, Bot bot);
    }

    /** The endpoint that does {@code action} for whoever brings a good token. */
    public Endpoint guard(Action action) {
        return request -> {
            List<String> headers = request.headers().all("authorization");
            Matcher bearer = BEARER.matcher(headers.size() == 1 ? headers.getFirst() : "");
            if (!bearer.matches()) {
                return unauthorized(request, "Authorization header must use the format \"Bearer <token>\".", "");
            }
            return switch (bot(bearer.group(1))) {
                case Found.Good(Bot bot) ->
                    NotionVersion.problemWith(request.header("notion-version"))
                            .map(problem -> Answer.refused(request, problem, problem.message()))
                            .orElseGet(() -> action.answer(request, bot));
                case Found.Bad(String why) -> unauthorized(request, "API token is invalid.", why);
            };
        };
    }

    private sealed interface Found {
        record Good(Bot bot) implements Found {}

        record Bad(String why) implements Found {}
    }

    private Found bot(String presented) {
        Optional<Token> token = codec.decode(presented);
        if (token.isEmpty()) {
            return new Found.Bad("the token was not issued by this server");
        }
        if (token.get().kind() != TokenKind.ACCESS) {
            return new Found.Bad("the token is a refresh token; send the access_token of the same answer");
        }
        Optional<Grant> grant = store.authorizations().find(token.get().authorization());
        if (grant.isEmpty()) {
            return new Found.Bad("the token's authorization is not here: it was swept, or the server was reset");
        }
        Optional<Connection> connection =
                store.connection(grant.get().authorization().installation().client());
        if (connection.isEmpty()) {
            return new Found.Bad("the connection was deleted");
        }
        return connection.get().disabled()
                ? new Found.Bad("the connection " + connection.get().name() + " is disabled")
                : bot(token.get(), grant.get(), connection.get());
    }

    private Found bot(Token token, Grant grant, Connection connection) {
        Authorization row = grant.authorization();
        Instant now = clock.instant();
        AuthorizationPolicy ofToken = connection.internalTo().isPresent() ? policy.forStaticTokens() : policy;
        return switch (Honour.of(token, row, ofToken, now)) {
            case Honour.Honoured honoured -> {
                store.uses().note(row, now);
                yield grant.bot()
                        .<Found>map(Found.Good::new)
                        .orElseGet(() -> new Found.Bad("the person disconnected the connection"));
            }
            case Honour.NotHonoured(String why) -> new Found.Bad(why);
        };
    }

    private Answer unauthorized(Request request, String message, String why) {
        Answer answer = Answer.refused(
                request, new ApiError(ApiErrorCode.UNAUTHORIZED, message), why.isEmpty() ? message : why);
        // Notion sends no challenge here; RFC 6750 §3 wants one.
        return dialect.challengesBearers() ? answer.with("WWW-Authenticate", "Bearer") : answer;
    }
}
