package dev.keywright.server.emulator;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.ParameterReader;
import dev.keywright.protocol.Parameters;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.bearer.Inspected;
import dev.keywright.server.bearer.TokenInspection;
import dev.keywright.server.http.BearerHeader;
import dev.keywright.server.http.Request;
import dev.keywright.server.oauth.PresentedCredentials;
import java.util.Optional;

/** Which connection a request is from, as far as it says so itself: right or wrong, it is not authenticated here. */
public final class CallingClient {
    private static final String CLIENT_ID = "client_id";

    private final TokenInspection tokens;

    /** Knows the connections of tokens by {@code tokens}. */
    public CallingClient(TokenInspection tokens) {
        this.tokens = tokens;
    }

    /** By its credentials, its bearer token, or the {@code client_id} of its query or body. */
    public Optional<ClientId> of(Request request) {
        return byCredentials(request)
                .or(() -> byToken(request))
                .or(() -> byParameter(request.queryParameters()))
                .or(() -> request.body().length == 0 ? Optional.empty() : byParameter(request.parameters()));
    }

    private static Optional<ClientId> byCredentials(Request request) {
        return request.header("authorization")
                .flatMap(PresentedCredentials::basic)
                .flatMap(credentials -> id(credentials.clientId()));
    }

    private Optional<ClientId> byToken(Request request) {
        return BearerHeader.read(request) instanceof BearerHeader.Token(String presented)
                        && tokens.inspect(presented) instanceof Inspected.Live live
                ? Optional.of(live.connection().id())
                : Optional.empty();
    }

    private static Optional<ClientId> byParameter(ParameterReader.Read read) {
        return read instanceof ParameterReader.Read.Understood(Parameters parameters)
                        && parameters.values().get(CLIENT_ID) instanceof JsonValue.Text(String text)
                ? id(text)
                : Optional.empty();
    }

    private static Optional<ClientId> id(String text) {
        return Uuids.anyForm(text).map(ClientId::new);
    }
}
