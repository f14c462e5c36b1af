package dev.keywright.server.oauth;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Store;
import java.util.Optional;

/**
 * Finds the token that a request is about before its client authenticates: who that is and what becomes of the token is
 * then told by one read.
 */
public final class PresentedTokens {
    private final Store store;
    private final TokenCodec codec;

    /** Tokens that {@code codec} makes, of authorizations in {@code store}. */
    public PresentedTokens(Store store, TokenCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /** The token in this parameter of the body; empty for whatever this server did not make. */
    Optional<Presented> in(Request request, String parameter) {
        return request.parameters()
                .text(parameter)
                .flatMap(codec::decode)
                .map(token -> new Presented(token, store.sight(token.authorization())));
    }

    /** A connection, for one who presents this token. */
    Optional<Connection> connection(ClientId id, Optional<Presented> presented) {
        return presented.isPresent() ? presented.get().authorization().connection(id) : store.connection(id);
    }
}
