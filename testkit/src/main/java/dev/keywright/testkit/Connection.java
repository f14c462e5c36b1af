package dev.keywright.testkit;

import java.net.URI;
import java.util.List;

/**
 * A registered app of the world.
 *
 * @param clientId a UUID
 * @param clientSecret only good at this emulator; printed as {@code ***} all the same
 * @param redirectUris as they are registered, at least one
 * @param authorizationUrl where a browser begins: with the first redirect URI, and without a state
 */
public record Connection(
        String clientId, String clientSecret, String name, List<String> redirectUris, URI authorizationUrl) {
    /** A connection; the list is copied. */
    public Connection {
        redirectUris = List.copyOf(redirectUris);
    }

    /** The first of its redirect URIs. */
    public URI redirectUri() {
        return URI.create(redirectUris.get(0));
    }

    @Override
    public String toString() {
        return "Connection[" + name + ", clientId=" + clientId + ", clientSecret=***]";
    }
}
