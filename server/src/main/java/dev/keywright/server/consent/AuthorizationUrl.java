package dev.keywright.server.consent;

import dev.keywright.protocol.FormText;
import dev.keywright.server.connection.Connection;

/** Where an app sends people. */
public final class AuthorizationUrl {
    private AuthorizationUrl() {}

    /** The authorization URL of a connection, with its first redirect URI. */
    public static String of(String publicUrl, Connection connection) {
        String redirectUri = connection.redirectUris().stream()
                .findFirst()
                .map(uri -> "&redirect_uri=" + FormText.encode(uri))
                .orElse("");
        return publicUrl + "/v1/oauth/authorize?client_id=" + connection.id() + "&response_type=code&owner=user"
                + redirectUri;
    }
}
