package dev.keywright.server.oauth;

import dev.keywright.protocol.OAuthErrorCode;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Parameters;
import dev.keywright.protocol.TokenRequest;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.authorization.AuthorizationCode;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenKind;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.description.Operation;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.oauth.ClientEndpoint.Result;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.NamedGrant;
import dev.keywright.server.store.NamedOutcome;
import dev.keywright.server.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@code POST /v1/oauth/token} (RFC 6749 §3.2): a code becomes a pair, a refresh token the next pair. */
public final class TokenEndpoint implements ClientEndpoint.Action<Connection> {
    private final Store store;
    private final TokenCodec codec;
    private final AuthorizationPolicy policy;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final TokenResponses responses;
    private final AuditTrail audit;

    /** The endpoint over a store; {@code random} makes the ids of template copies. */
    public TokenEndpoint(
            Store store,
            TokenCodec codec,
            AuthorizationPolicy policy,
            InstantSource clock,
            RandomGenerator random,
            AuditTrail audit) {
        this.store = store;
        this.codec = codec;
        this.policy = policy;
        this.clock = clock;
        this.random = random;
        this.responses = new TokenResponses(codec, policy);
        this.audit = audit;
    }

    @Override
    public Operation operation(String method) {
        return TokenSchema.operation();
    }

    @Override
    public String tokenParameter() {
        return "refresh_token";
    }

    @Override
    public Result act(Request request, Connection client, Parameters parameters, Optional<Presented> presented) {
        return switch (TokenRequest.read(parameters)) {
            case TokenRequest.CodeExchange exchange -> exchange(request, client, exchange);
            case TokenRequest.RefreshTokenGrant(String refreshToken) ->
                refresh(request, client, refreshToken, presented);
            case TokenRequest.Unreadable(OAuthErrorCode code, String problem) -> new Result.Refused(code, problem);
        };
    }

    private Result exchange(Request request, Connection client, TokenRequest.CodeExchange exchange) {
        Optional<AuthorizationCode> code = AuthorizationCode.read(exchange.code());
        if (code.isEmpty()) {
            return RefusalReasons.notACode(exchange.code());
        }
        Instant now = now();
        Redeem.Outcome outcome = store.authorizations()
                .apply(
                        code.get().hash(),
                        new Redeem(
                                client.id(),
                                exchange.redirectUri(),
                                exchange.codeVerifier(),
                                exchange.externalAccount(),
                                new PageId(Uuids.random(random)),
                                codec.signing(),
                                policy,
                                now));
        return switch (outcome) {
            case Redeem.Redeemed(var row, var state, Bot bot, var copy) -> {
                audit.record(request.id(), new AuditEvent.Redeemed(row.id().ref(), client.id(), row.bot()));
                NamedGrant named = store.named(new Grant(row, Optional.of(bot)));
                yield new Result.Done(Answer.ok(request, responses.of(named, client, row, state, bot, copy, now)));
            }
            case Redeem.Refused refused -> {
                AuditedRefusals.of(refused, client.id()).forEach(event -> audit.record(request.id(), event));
                yield RefusalReasons.of(refused);
            }
        };
    }

    private Result refresh(Request request, Connection client, String refreshToken, Optional<Presented> presented) {
        if (!client.refreshTokens()) {
            return new Result.Refused(
                    OAuthErrorCode.UNAUTHORIZED_CLIENT, "the connection " + client.name() + " gets no refresh tokens");
        }
        Optional<Token> token = presented.map(Presented::token);
        if (token.isEmpty() || token.get().kind() != TokenKind.REFRESH) {
            return RefusalReasons.notARefreshToken(refreshToken, token);
        }
        Instant now = now();
        NamedOutcome<Refresh.Outcome> decided = presented
                .get()
                .authorization()
                .decide(new Refresh(token.get(), client.id(), codec.signing(), policy, now));
        return switch (decided.outcome()) {
            case Refresh.Refreshed(var row, var state, boolean repeated) -> {
                audit.record(
                        request.id(),
                        new AuditEvent.Refreshed(row.id().ref(), client.id(), state.generation(), repeated));
                NamedGrant named = decided.named().get().orElseThrow();
                Optional<Bot> bot = named.grant().bot();
                yield bot.isPresent()
                        ? new Result.Done(Answer.ok(
                                request, responses.of(named, client, row, state, bot.get(), Optional.empty(), now)))
                        : RefusalReasons.disconnectedMeanwhile();
            }
            case Refresh.Refused refused -> {
                AuditedRefusals.of(refused, client.id()).forEach(event -> audit.record(request.id(), event));
                yield RefusalReasons.of(refused);
            }
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
