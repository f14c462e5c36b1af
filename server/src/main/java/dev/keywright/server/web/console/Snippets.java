package dev.keywright.server.web.console;

import dev.keywright.server.connection.Connection;
import dev.keywright.server.consent.AuthorizationUrl;
import java.util.Optional;

/**
 * How a connection is used, ready to copy.
 *
 * @param authorizationUrl where people are sent; an internal connection, or one without a redirect URI, has none
 * @param sdk for the official SDK
 * @param curl for a terminal
 */
public record Snippets(Optional<String> authorizationUrl, String sdk, String curl) {
    static Snippets of(String publicUrl, Connection connection) {
        return connection.internalTo().isPresent()
                ? internal(publicUrl)
                : connecting(
                        publicUrl,
                        connection,
                        connection.redirectUris().stream().findFirst().orElse("https://app.example/callback"));
    }

    private static Snippets connecting(String publicUrl, Connection connection, String redirectUri) {
        return new Snippets(
                connection.redirectUris().isEmpty()
                        ? Optional.empty()
                        : Optional.of(AuthorizationUrl.of(publicUrl, connection)),
                """
                import { Client } from "@notionhq/client";

                const notion = new Client({ baseUrl: "%1$s" });

                // In the handler of your redirect URI; code came in its query.
                const token = await notion.oauth.token({
                  client_id: "%2$s",
                  client_secret: process.env.CLIENT_SECRET,
                  grant_type: "authorization_code",
                  code,
                  redirect_uri: "%3$s",
                });
                // Keep token.access_token and token.refresh_token by token.bot_id.
                """.formatted(publicUrl, connection.id(), redirectUri),
                """
                curl -u "%2$s:$CLIENT_SECRET" %1$s/v1/oauth/token \\
                  -H 'Content-Type: application/json' \\
                  -d '{"grant_type": "authorization_code", "code": "'"$CODE"'", "redirect_uri": "%3$s"}'
                """.formatted(publicUrl, connection.id(), redirectUri));
    }

    private static Snippets internal(String publicUrl) {
        return new Snippets(Optional.empty(), """
                import { Client } from "@notionhq/client";

                const notion = new Client({ baseUrl: "%s", auth: process.env.TOKEN });
                const me = await notion.users.me({});
                """.formatted(publicUrl), """
                curl %s/v1/users/me \\
                  -H "Authorization: Bearer $TOKEN" \\
                  -H 'Notion-Version: 2022-06-28'
                """.formatted(publicUrl));
    }
}
