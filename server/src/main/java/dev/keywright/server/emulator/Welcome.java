package dev.keywright.server.emulator;

import dev.keywright.server.connection.Connection;
import dev.keywright.server.consent.AuthorizationUrl;
import dev.keywright.server.store.World;
import java.util.Optional;

/** What the emulator says when it starts: a first connection, and one command that gets a token for it. */
public final class Welcome {
    private Welcome() {}

    /** The authorization URL of a connection, with its first redirect URI. */
    public static String authorizationUrl(String publicUrl, Connection connection) {
        return AuthorizationUrl.of(publicUrl, connection);
    }

    /** The text; empty when the world has no connection that could be shown. */
    public static Optional<String> text(String publicUrl, World world) {
        return world.connections().stream()
                .filter(connection ->
                        !connection.disabled() && !connection.redirectUris().isEmpty() && !connection.requirePkce())
                .findFirst()
                .flatMap(connection -> connection.secrets().stream()
                        .flatMap(secret -> secret.readable().stream())
                        .findFirst()
                        .map(secret -> text(publicUrl, connection, secret)));
    }

    private static String text(String publicUrl, Connection connection, String secret) {
        String redirectUri = connection.redirectUris().getFirst();
        return """

                %1$s
                  client_id          %2$s
                  client_secret      %3$s
                  authorization URL  %4$s

                A token, as often as you paste this:

                curl -s -u '%2$s:%3$s' %5$s/v1/oauth/token -H 'Content-Type: application/json' -d "{\\"grant_type\\":\\"authorization_code\\",\\"redirect_uri\\":\\"%6$s\\",\\"code\\":\\"$(curl -s %5$s/emulator/authorize -H 'Accept: text/plain' -d '{"response_type":"code","client_id":"%2$s","redirect_uri":"%6$s"}')\\"}"

                Point the official SDK here with baseUrl: '%5$s'. Refused requests are explained below.
                Keep %5$s/emulator open in a browser: it shows each request as it comes, and why it was answered so.
                """.formatted(
                        connection.name(),
                        connection.id(),
                        secret,
                        authorizationUrl(publicUrl, connection),
                        publicUrl,
                        redirectUri);
    }
}
