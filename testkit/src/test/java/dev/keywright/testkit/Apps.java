package dev.keywright.testkit;

import dev.keywright.client.ClientCredentials;
import dev.keywright.client.OAuthClient;
import dev.keywright.client.TokenResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Apps under test: real clients of the emulator. */
final class Apps {
    private Apps() {}

    static OAuthClient client(Emulator emulator, Connection connection) {
        return OAuthClient.builder(new ClientCredentials(connection.clientId(), connection.clientSecret()))
                .baseUrl(emulator.baseUrl())
                .build();
    }

    /** A person allows, and the app exchanges the code. */
    static TokenResponse connect(Emulator emulator, Connection connection) throws InterruptedException {
        String code = emulator.authorize(connection).code();
        return (TokenResponse) client(emulator, connection).exchange(code, connection.redirectUri());
    }

    /** Where a browser is sent. */
    static String locationOf(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("location")
                .orElseThrow();
    }
}
