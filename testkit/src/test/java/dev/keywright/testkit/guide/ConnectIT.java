package dev.keywright.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.client.AuthorizationUrl;
import dev.keywright.client.ClientCredentials;
import dev.keywright.client.OAuthClient;
import dev.keywright.client.TokenResponse;
import dev.keywright.client.TokenResult;
import dev.keywright.testkit.BaseUrl;
import dev.keywright.testkit.Connection;
import dev.keywright.testkit.Consent;
import dev.keywright.testkit.EmulateNotion;
import dev.keywright.testkit.Emulator;
import dev.keywright.testkit.Redirect;
import java.net.URI;
import org.junit.jupiter.api.Test;

// guide: first
@EmulateNotion
class ConnectIT {
    @Test
    void aPersonConnects(Emulator emulator, @BaseUrl URI notion, Connection connection) throws Exception {
        OAuthClient app = OAuthClient.builder(new ClientCredentials(connection.clientId(), connection.clientSecret()))
                .baseUrl(notion)
                .build();
        URI redirectUri = connection.redirectUri();
        AuthorizationUrl request = app.authorizationUrl(redirectUri).pkce().build();

        Redirect redirect = emulator.authorize(request.url(), Consent.allow().person("grace@example.com"));

        TokenResult result = app.exchange(
                redirect.code(), redirectUri, request.codeVerifier().orElseThrow());
        assertThat(result).isInstanceOf(TokenResponse.class);
    }
}
// end
