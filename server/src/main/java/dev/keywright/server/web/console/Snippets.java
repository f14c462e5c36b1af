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
    private static final String SDK = """
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
            """;
    private static final String CURL = """
            curl -u "%2$s:$CLIENT_SECRET" %1$s/v1/oauth/token \\
              -H 'Content-Type: application/json' \\
              -d '{"grant_type": "authorization_code", "code": "'"$CODE"'", "redirect_uri": "%3$s"}'
            """;
    private static final String SDK_INTERNAL = """
            import { Client } from "@notionhq/client";

            const notion = new Client({ baseUrl: "%1$s", auth: process.env.TOKEN });
            const me = await notion.users.me({});
            """;
    private static final String CURL_INTERNAL = """
            curl %1$s/v1/users/me \\
              -H "Authorization: Bearer $TOKEN" \\
              -H 'Notion-Version: 2022-06-28'
            """;

    static Snippets of(String publicUrl, Connection connection) {
        if (connection.internalTo().isPresent()) {
            return new Snippets(
                    Optional.empty(), SDK_INTERNAL.formatted(publicUrl), CURL_INTERNAL.formatted(publicUrl));
        }
        String redirectUri = connection.redirectUris().stream().findFirst().orElse("https://app.example/callback");
        return new Snippets(
                connection.redirectUris().isEmpty()
                        ? Optional.empty()
                        : Optional.of(AuthorizationUrl.of(publicUrl, connection)),
                SDK.formatted(publicUrl, connection.id(), redirectUri),
                CURL.formatted(publicUrl, connection.id(), redirectUri));
    }
}
