package dev.keywright.server.oauth;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Clip;
import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.OAuthErrorCode;
import dev.keywright.protocol.ParameterReader;
import dev.keywright.protocol.Parameters;
import dev.keywright.protocol.Uuids;
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
 *
 * @param <C> who may be a client
 */
public final class ClientAuthentication<C> {
    private static final String DECODED =
            "the client encoded its id and secret before it joined them (RFC 6749 §2.3.1);"
                    + " Notion is not known to decode them, so send them as they are";

    private final Clients<C> clients;
    private final Store store;
    private final Dialect dialect;
    private final InstantSource clock;
    private final FailedAuthentications failed;

    /** Authenticates {@code clients} and notes in the store which secrets are in use. */
    public ClientAuthentication(
            Clients<C> clients, Store store, Dialect dialect, InstantSource clock, FailedAuthentications failed) {
        this.clients = clients;
        this.store = store;
        this.dialect = dialect;
        this.clock = clock;
        this.failed = failed;
    }

    /** Asks who the client is; {@code connections} finds those that may be. */
    Authentication<C> authenticate(Request request, Clients.Connections connections) {
        Optional<Duration> wait = failed.wait(request);
        if (wait.isPresent()) {
            return new Authentication.Throttled<>(wait.get());
        }
        Authentication<C> authentication = byCredentials(request, connections);
        if (authentication instanceof Authentication.Refused<C> refused
                && refused.code() == OAuthErrorCode.INVALID_CLIENT) {
            failed.note(request);
        }
        return authentication;
    }

    private Authentication<C> byCredentials(Request request, Clients.Connections connections) {
        ParameterReader.Read body = request.parameters();
        List<String> headers = request.headers().all("authorization");
        Optional<PresentedCredentials> inBody =
                dialect.acceptsCredentialsInBody() ? credentialsInBody(body) : Optional.empty();
        if (headers.isEmpty()) {
            return inBody.isPresent() ? check(inBody.get(), body, connections) : refused(nothingPresented(body));
        }
        if (inBody.isPresent()) {
            return new Authentication.Refused<>(
                    OAuthErrorCode.INVALID_REQUEST,
                    "the client authenticates in the Authorization header and in the body; use one of them");
        }
        if (headers.size() > 1) {
            return refused("there are " + headers.size() + " Authorization headers");
        }
        Optional<PresentedCredentials> basic = PresentedCredentials.basic(headers.getFirst());
        return basic.isPresent()
                ? check(basic.get(), body, connections)
                : refused("the Authorization header should be: Basic base64(client_id:client_secret)");
    }

    /** Credentials in the body count from the secret on, and a {@code client_id} there must not name another client. */
    private static Optional<PresentedCredentials> credentialsInBody(ParameterReader.Read body) {
        return body.text("client_secret")
                .map(secret -> new PresentedCredentials(body.text("client_id").orElse(""), secret));
    }

    private static String nothingPresented(ParameterReader.Read body) {
        return body.text("client_secret").isPresent()
                ? "client_id and client_secret were sent in the body; Notion takes them only in the header"
                        + " Authorization: Basic base64(client_id:client_secret)"
                : "there is no Authorization header; it should be: Basic base64(client_id:client_secret)";
    }

    private Authentication<C> check(
            PresentedCredentials presented, ParameterReader.Read body, Clients.Connections connections) {
        Optional<Known<C>> known = find(presented.clientId(), connections);
        if (authenticates(known, presented)) {
            return bodyOf(known.get(), body, Optional.empty());
        }
        Optional<PresentedCredentials> decoded = presented.formDecoded();
        if (decoded.isPresent()) {
            Optional<Known<C>> knownDecoded = find(decoded.get().clientId(), connections);
            if (authenticates(knownDecoded, decoded.get())) {
                return bodyOf(knownDecoded.get(), body, Optional.of(DECODED));
            }
        }
        return refused(known.map(named -> named.candidate().whyNot().apply(presented.clientSecret()))
                .orElseGet(() -> "no connection has the client_id " + Clip.clientId(presented.clientId())));
    }

    private Authentication<C> bodyOf(Known<C> known, ParameterReader.Read body, Optional<String> note) {
        Optional<String> clientId = body.text("client_id");
        if (dialect.acceptsCredentialsInBody()
                && clientId.isPresent()
                && !clientId.get().equals(known.id().toString())) {
            return new Authentication.Refused<>(
                    OAuthErrorCode.INVALID_REQUEST, "client_id in the body is not the client that authenticated");
        }
        return switch (body) {
            case ParameterReader.Read.Understood(Parameters parameters) ->
                new Authentication.Authenticated<>(known.id(), known.candidate().client(), parameters, note);
            case ParameterReader.Read.Malformed(String problem) ->
                new Authentication.Refused<>(OAuthErrorCode.INVALID_REQUEST, problem);
        };
    }

    private boolean authenticates(Optional<Known<C>> known, PresentedCredentials presented) {
        if (known.isEmpty()) {
            // An unknown client costs what a wrong secret costs.
            SecretHash.of(presented.clientSecret());
            return false;
        }
        Optional<SecretHash> secret = known.get().candidate().secretFor().apply(presented.clientSecret());
        secret.ifPresent(used -> store.uses().note(known.get().id(), used, clock.instant()));
        return secret.isPresent();
    }

    /** Somebody with an id that was presented. */
    private record Known<C>(ClientId id, Clients.Candidate<C> candidate) {}

    private Optional<Known<C>> find(String clientId, Clients.Connections connections) {
        return Uuids.exact(clientId)
                .map(ClientId::new)
                .flatMap(id -> clients.find(id, connections).map(candidate -> new Known<>(id, candidate)));
    }

    private static <C> Authentication<C> refused(String why) {
        return new Authentication.Refused<>(OAuthErrorCode.INVALID_CLIENT, why);
    }
}
