package dev.keywright.server.oauth;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Clip;
import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.OAuthErrorCode;
import dev.keywright.protocol.ParameterReader;
import dev.keywright.protocol.Parameters;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.SecretHash;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Who the client is, at the token, introspection and revocation endpoints (RFC 6749 §2.3). It is asked before the body is
 * looked at; all ways to fail look the same.
 */
public final class ClientAuthentication {
    private static final String DECODED =
            "the client encoded its id and secret before it joined them (RFC 6749 §2.3.1);"
                    + " Notion is not known to decode them, so send them as they are";

    private final Store store;
    private final Dialect dialect;
    private final InstantSource clock;
    private final FailedAuthentications failed;

    /** Authenticates against the connections of a store. */
    public ClientAuthentication(Store store, Dialect dialect, InstantSource clock, FailedAuthentications failed) {
        this.store = store;
        this.dialect = dialect;
        this.clock = clock;
        this.failed = failed;
    }

    Authentication authenticate(Request request) {
        Optional<Duration> wait = failed.wait(request);
        if (wait.isPresent()) {
            return new Authentication.Throttled(wait.get());
        }
        Authentication authentication = byCredentials(request);
        if (authentication instanceof Authentication.Refused refused
                && refused.code() == OAuthErrorCode.INVALID_CLIENT) {
            failed.note(request);
        }
        return authentication;
    }

    private Authentication byCredentials(Request request) {
        ParameterReader.Read body = request.parameters();
        List<String> headers = request.headers().all("authorization");
        Optional<PresentedCredentials> inBody =
                dialect.acceptsCredentialsInBody() ? credentialsInBody(body) : Optional.empty();
        if (headers.isEmpty()) {
            return inBody.isPresent() ? check(inBody.get(), body) : refused(nothingPresented(body));
        }
        if (inBody.isPresent()) {
            return new Authentication.Refused(
                    OAuthErrorCode.INVALID_REQUEST,
                    "the client authenticates in the Authorization header and in the body; use one of them");
        }
        if (headers.size() > 1) {
            return refused("there are " + headers.size() + " Authorization headers");
        }
        Optional<PresentedCredentials> basic = PresentedCredentials.basic(headers.getFirst());
        return basic.isPresent()
                ? check(basic.get(), body)
                : refused("the Authorization header should be: Basic base64(client_id:client_secret)");
    }

    /** Credentials in the body count from the secret on, and a {@code client_id} there must not name another client. */
    private static Optional<PresentedCredentials> credentialsInBody(ParameterReader.Read body) {
        return text(body, "client_secret")
                .map(secret -> new PresentedCredentials(text(body, "client_id").orElse(""), secret));
    }

    private static Optional<String> text(ParameterReader.Read body, String name) {
        return body instanceof ParameterReader.Read.Understood(Parameters parameters)
                        && parameters.values().get(name) instanceof JsonValue.Text(String text)
                        && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }

    private static String nothingPresented(ParameterReader.Read body) {
        return text(body, "client_secret").isPresent()
                ? "client_id and client_secret were sent in the body; Notion takes them only in the header"
                        + " Authorization: Basic base64(client_id:client_secret)"
                : "there is no Authorization header; it should be: Basic base64(client_id:client_secret)";
    }

    private Authentication check(PresentedCredentials presented, ParameterReader.Read body) {
        Optional<Connection> known = find(presented.clientId());
        if (authenticates(known, presented)) {
            return bodyOf(known.get(), body, Optional.empty());
        }
        Optional<PresentedCredentials> decoded = presented.formDecoded();
        if (decoded.isPresent()) {
            Optional<Connection> knownDecoded = find(decoded.get().clientId());
            if (authenticates(knownDecoded, decoded.get())) {
                return bodyOf(knownDecoded.get(), body, Optional.of(DECODED));
            }
        }
        return refused(whyNot(presented, known));
    }

    private Authentication bodyOf(Connection connection, ParameterReader.Read body, Optional<String> note) {
        Optional<String> clientId = text(body, "client_id");
        if (dialect.acceptsCredentialsInBody()
                && clientId.isPresent()
                && !clientId.get().equals(connection.id().toString())) {
            return new Authentication.Refused(
                    OAuthErrorCode.INVALID_REQUEST, "client_id in the body is not the client that authenticated");
        }
        return switch (body) {
            case ParameterReader.Read.Understood(Parameters parameters) ->
                new Authentication.Authenticated(connection, parameters, note);
            case ParameterReader.Read.Malformed(String problem) ->
                new Authentication.Refused(OAuthErrorCode.INVALID_REQUEST, problem);
        };
    }

    private boolean authenticates(Optional<Connection> known, PresentedCredentials presented) {
        if (known.isEmpty()) {
            // An unknown client costs what a wrong secret costs.
            SecretHash.of(presented.clientSecret());
            return false;
        }
        Optional<ClientSecret> secret = known.get().secretFor(presented.clientSecret());
        secret.ifPresent(used -> store.uses().note(known.get().id(), used.hash(), clock.instant()));
        return secret.isPresent();
    }

    private Optional<Connection> find(String clientId) {
        return Uuids.exact(clientId).flatMap(id -> store.connection(new ClientId(id)));
    }

    private static String whyNot(PresentedCredentials presented, Optional<Connection> known) {
        if (known.isEmpty()) {
            return "no connection has the client_id " + Clip.clientId(presented.clientId());
        }
        if (known.get().internalTo().isPresent()) {
            return "the connection " + known.get().name() + " is internal: it has a static token and no secret";
        }
        return known.get().disabled()
                ? "the connection " + known.get().name() + " is disabled"
                : "the client_secret (" + Clip.secret(presented.clientSecret()) + ") is not the one of "
                        + known.get().name();
    }

    private static Authentication refused(String why) {
        return new Authentication.Refused(OAuthErrorCode.INVALID_CLIENT, why);
    }
}
