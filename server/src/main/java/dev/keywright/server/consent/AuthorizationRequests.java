package dev.keywright.server.consent;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Clip;
import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.NearMiss;
import dev.keywright.protocol.ParameterReader;
import dev.keywright.protocol.Parameters;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.authorization.CodeChallenge;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.RedirectUris;
import dev.keywright.server.store.Store;
import java.util.List;
import java.util.Optional;

/**
 * Checks authorization requests (RFC 6749 §4.1.1), in the order in which trust is won: the connection, its redirect URI,
 * and only then what may be answered by a redirect.
 */
public final class AuthorizationRequests {
    private static final int MAX_STATE = 8 * 1024;

    private final Store store;
    private final Dialect dialect;
    private final String issuer;

    /** Checks against the connections of a store; {@code issuer} is the server's public URL. */
    public AuthorizationRequests(Store store, Dialect dialect, String issuer) {
        this.store = store;
        this.dialect = dialect;
        this.issuer = issuer;
    }

    /** Checks what a query, or a body of the same parameters, asks for. */
    public CheckedRequest check(ParameterReader.Read read) {
        return switch (read) {
            case ParameterReader.Read.Malformed(String problem) -> new CheckedRequest.NoRedirect("query", problem);
            case ParameterReader.Read.Understood(Parameters parameters) -> check(parameters);
        };
    }

    /** Checks what these parameters ask for. */
    public CheckedRequest check(Parameters parameters) {
        try {
            return checked(parameters);
        } catch (Parameters.Misshapen e) {
            return new CheckedRequest.NoRedirect("query", e.problem());
        }
    }

    private CheckedRequest checked(Parameters parameters) throws Parameters.Misshapen {
        Optional<String> clientId = parameters.text("client_id");
        if (clientId.isEmpty()) {
            return noRedirect("client_id", "client_id is missing");
        }
        Optional<Connection> connection = Uuids.exact(clientId.get())
                .flatMap(id -> store.connection(new ClientId(id)))
                .filter(known -> !known.disabled());
        if (connection.isEmpty()) {
            return noRedirect("client_id", "no connection has the client_id " + Clip.clientId(clientId.get()));
        }
        if (connection.get().internalTo().isPresent()) {
            return noRedirect("client_id", "this connection is internal: it has a static token and asks nobody");
        }
        Optional<String> redirectUri = parameters.text("redirect_uri");
        List<String> registered = connection.get().redirectUris();
        if (redirectUri.isEmpty() && registered.size() != 1) {
            return badRedirectUri(
                    connection.get(),
                    "redirect_uri is missing, and " + registered.size() + " are registered",
                    Optional.empty());
        }
        String target = redirectUri.orElseGet(registered::getFirst);
        if (!RedirectUris.matches(registered, target, dialect.loopbackPortMayVary())) {
            return badRedirectUri(
                    connection.get(),
                    "redirect_uri " + Clip.uri(target) + " is not registered",
                    NearMiss.nearest(registered, target));
        }
        Optional<String> state = parameters.text("state");
        Optional<String> iss = dialect.issuerInRedirect() ? Optional.of(issuer) : Optional.empty();
        return check(connection.get(), new RedirectTarget(target, state, iss), redirectUri, parameters);
    }

    private CheckedRequest check(
            Connection connection, RedirectTarget target, Optional<String> redirectUri, Parameters parameters)
            throws Parameters.Misshapen {
        if (target.state().isPresent() && target.state().get().length() > MAX_STATE) {
            return new CheckedRequest.ErrorRedirect(
                    target.withoutState(), "invalid_request", "state is longer than " + MAX_STATE + " characters");
        }
        Optional<String> responseType = parameters.text("response_type");
        if (responseType.isEmpty()) {
            return invalid(target, "response_type is missing; it should be code");
        }
        if (!responseType.get().equals("code")) {
            return new CheckedRequest.ErrorRedirect(
                    target,
                    "unsupported_response_type",
                    "response_type should be code, instead was " + Clip.word(responseType.get()));
        }
        Optional<String> owner = parameters.text("owner");
        if (owner.isPresent() && !owner.get().equals("user")) {
            return invalid(target, "owner should be user, instead was " + Clip.word(owner.get()));
        }
        Optional<String> mode = parameters.text("response_mode");
        if (dialect.issuerInRedirect() && mode.isPresent() && !mode.get().equals("query")) {
            return invalid(target, "response_mode should be query, instead was " + Clip.word(mode.get()));
        }
        return checkChallenge(connection, target, redirectUri, parameters);
    }

    /** Only S256 (RFC 9700 §2.1.1); a method that is missing would mean {@code plain} (RFC 7636 §4.3). */
    private static CheckedRequest checkChallenge(
            Connection connection, RedirectTarget target, Optional<String> redirectUri, Parameters parameters)
            throws Parameters.Misshapen {
        Optional<String> challenge = parameters.text("code_challenge");
        Optional<String> method = parameters.text("code_challenge_method");
        if (challenge.isEmpty()) {
            if (method.isPresent()) {
                return invalid(target, "code_challenge_method was sent without code_challenge");
            }
            if (connection.requirePkce()) {
                return invalid(target, "this connection requires PKCE, and code_challenge is missing");
            }
            return new CheckedRequest.Valid(
                    new AuthorizationRequest(connection, target, redirectUri, Optional.empty(), parameters));
        }
        if (method.isEmpty() || !method.get().equals("S256")) {
            return invalid(target, "code_challenge_method should be S256");
        }
        Optional<CodeChallenge> read = CodeChallenge.read(challenge.get());
        return read.isEmpty()
                ? invalid(target, "code_challenge should be 43 characters of base64url without padding")
                : new CheckedRequest.Valid(new AuthorizationRequest(connection, target, redirectUri, read, parameters));
    }

    private static CheckedRequest invalid(RedirectTarget target, String problem) {
        return new CheckedRequest.ErrorRedirect(target, "invalid_request", problem);
    }

    private static CheckedRequest noRedirect(String field, String problem) {
        return new CheckedRequest.NoRedirect(field, problem);
    }

    private static CheckedRequest badRedirectUri(Connection connection, String problem, Optional<NearMiss> nearMiss) {
        return new CheckedRequest.NoRedirect("redirect_uri", problem, Optional.of(connection), nearMiss);
    }
}
