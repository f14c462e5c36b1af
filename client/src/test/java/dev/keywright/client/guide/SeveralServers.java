package dev.keywright.client.guide;

import dev.keywright.client.AuthorizationCallback;
import dev.keywright.client.AuthorizationUrl;
import dev.keywright.client.Issuer;
import dev.keywright.client.OAuthClient;
import dev.keywright.client.State;
import dev.keywright.client.TokenResponse;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * An app that people connect to more than one server.
 *
 * @param clients a client of each, by its issuer
 */
record SeveralServers(Map<Issuer, OAuthClient> clients, URI redirectUri) {
    // guide: servers
    URI connect(Issuer issuer, Map<String, String> session) {
        AuthorizationUrl request = client(issuer).authorizationUrl(redirectUri).build();
        session.put("state", request.state().value());
        session.put("issuer", issuer.value());
        return request.url();
    }

    String callback(String rawQuery, Map<String, String> session) throws InterruptedException {
        String state = session.remove("state");
        String issuer = session.remove("issuer");
        if (state == null || issuer == null) {
            return "Please connect from here.";
        }
        Issuer expected = new Issuer(issuer);
        AuthorizationCallback callback = AuthorizationCallback.read(rawQuery, new State(state), expected);
        if (callback instanceof AuthorizationCallback.IssuerMismatch) {
            return "Another server answered. Please connect again."; // its code goes nowhere
        }
        if (callback instanceof AuthorizationCallback.AuthorizationCode code
                && client(expected).exchange(code.value(), redirectUri) instanceof TokenResponse) {
            return "Connected to " + issuer;
        }
        return "That did not work. Please connect again.";
    }
    // end

    private OAuthClient client(Issuer issuer) {
        return Objects.requireNonNull(clients.get(issuer), "a server that the app does not know");
    }
}
