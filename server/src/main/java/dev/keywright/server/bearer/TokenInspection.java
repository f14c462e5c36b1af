package dev.keywright.server.bearer;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Honour;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenKind;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.NamedGrant;
import dev.keywright.server.store.Store;
import java.time.InstantSource;
import java.util.Optional;

/** Looks at presented tokens: at most one read each, and no write. */
public final class TokenInspection {
    private final Store store;
    private final TokenCodec codec;
    private final AuthorizationPolicy policy;
    private final InstantSource clock;

    /** Looks tokens up in a store. */
    public TokenInspection(Store store, TokenCodec codec, AuthorizationPolicy policy, InstantSource clock) {
        this.store = store;
        this.codec = codec;
        this.policy = policy;
        this.clock = clock;
    }

    /** What is worth nothing. */
    public static Inspected notOurs() {
        return new Inspected.Dead("the token was not issued by this server");
    }

    /** What a token is worth, access or refresh token; nothing happens by asking. {@code presented} may be anything. */
    public Inspected inspect(String presented) {
        return codec.decode(presented)
                .map(token -> inspect(token, store.sight(token.authorization()).named()))
                .orElseGet(TokenInspection::notOurs);
    }

    /**
     * What a token is worth that opens something now (RFC 6750): only an access token does, and its use is noted.
     * {@code presented} may be anything.
     */
    public Inspected use(String presented) {
        Inspected inspected = inspect(presented);
        if (!(inspected instanceof Inspected.Live live)) {
            return inspected;
        }
        if (live.token().kind() != TokenKind.ACCESS) {
            return new Inspected.Dead("the token is a refresh token; send the access_token of the same answer");
        }
        store.uses().note(live.authorization(), clock.instant());
        return live;
    }

    /** The same for a token whose authorization has been looked up. */
    public Inspected inspect(Token token, Optional<NamedGrant> found) {
        if (found.isEmpty()) {
            return new Inspected.Dead("the token's authorization is not here: it was swept, or the server was reset");
        }
        Authorization row = found.get().grant().authorization();
        Optional<Connection> connection = found.get().connection();
        if (connection.isEmpty()) {
            return new Inspected.Dead("the connection was deleted");
        }
        if (connection.get().disabled()) {
            return new Inspected.Dead("the connection " + connection.get().name() + " is disabled");
        }
        Optional<Bot> bot = found.get().grant().bot();
        AuthorizationPolicy ofToken = connection.get().internalTo().isPresent() ? policy.forStaticTokens() : policy;
        return switch (Honour.of(token, row, ofToken, clock.instant())) {
            case Honour.NotHonoured(String why) -> new Inspected.Dead(why);
            case Honour.Honoured honoured ->
                bot.<Inspected>map(acting -> new Inspected.Live(token, found.get(), acting, connection.get(), honoured))
                        .orElseGet(() -> new Inspected.Dead("the person disconnected the connection"));
        };
    }
}
