package dev.keywright.distribution.nodes;

import dev.keywright.distribution.nodes.Call.Accepted;
import dev.keywright.distribution.nodes.Call.Answer;
import dev.keywright.distribution.nodes.Call.Refused;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.store.SecretHash;
import dev.keywright.server.store.Session;
import dev.keywright.server.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone who is signed in with a browser, and can disconnect the app there. */
final class Person {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpClient browser;
    private final String path;
    private final String cookie;

    private Person(HttpClient browser, String path, String cookie) {
        this.browser = browser;
        this.path = path;
        this.cookie = cookie;
    }

    /** The person of an installation, signed in by a session that is put into the store. */
    static Person signedIn(HttpClient browser, Store store, Installation installation) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = Instant.now();
        store.sessions().begin(new Session(SecretHash.of(cookie), installation.person(), now, now), Optional.empty());
        return new Person(browser, "/connections/" + installation.bot(), cookie);
    }

    /** Opens the page of the app, and presses the button. Without anything to disconnect there is no page. */
    Answer disconnect(Node node) throws IOException, InterruptedException {
        HttpResponse<String> page = send(request(node, ""));
        Matcher form = FORM_TOKEN.matcher(page.body());
        if (page.statusCode() != 200 || !form.find()) {
            return refused(page);
        }
        HttpResponse<String> done = send(request(node, "/disconnect")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("csrf=" + form.group(1))));
        return done.statusCode() == 303 ? new Accepted() : refused(done);
    }

    private static Answer refused(HttpResponse<String> response) {
        return response.statusCode() == 404
                ? new Refused()
                : Replies.unavailable(response.statusCode(), response.headers(), response.body());
    }

    private HttpRequest.Builder request(Node node, String below) {
        return HttpRequest.newBuilder(URI.create(node.url() + path + below))
                .timeout(PATIENCE)
                .header("Cookie", "keywright-session=" + cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
