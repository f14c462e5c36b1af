package dev.keywright.client.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.client.Emulator;
import dev.keywright.client.Issuer;
import dev.keywright.client.OAuthClient;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's app with several servers, against two of them as processes: one of each dialect. */
class SeveralServersIT {
    private static Emulator standard;
    private static Emulator notion;
    private static SeveralServers app;

    private final Map<String, String> session = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        standard = Emulator.start("--dialect", "standard");
        notion = Emulator.start("--dialect", "notion");
        app = new SeveralServers(
                Map.of(issuer(standard), client(standard), issuer(notion), client(notion)), Emulator.CALLBACK);
    }

    @AfterAll
    static void stop() {
        standard.close();
        notion.close();
    }

    @Test
    void theServerSaysInItsMetadataThatItSendsWhatItIsExpectedToSend() throws Exception {
        assertThat(standard.read("/.well-known/oauth-authorization-server"))
                .contains("\"issuer\":\"" + standard.url() + "\"")
                .contains("\"authorization_response_iss_parameter_supported\":true");
    }

    @Test
    void theServerThatWasAskedIsBelieved() throws Exception {
        URI request = app.connect(issuer(standard), session);

        assertThat(app.callback(standard.answer(request, "allow"), session))
                .isEqualTo("Connected to " + standard.url());
    }

    @Test
    void anErrorOfTheServerThatWasAskedIsItsOwn() throws Exception {
        URI request = app.connect(issuer(standard), session);

        assertThat(app.callback(standard.answer(request, "deny"), session))
                .isEqualTo("That did not work. Please connect again.");
    }

    /** The mix-up of RFC 9700 §4.4: a browser that was sent to one server comes back with the answer of another. */
    @ParameterizedTest
    @ValueSource(strings = {"allow", "deny"})
    void anotherServersAnswerIsNotBelieved(String decision) throws Exception {
        URI request = app.connect(issuer(notion), session);

        assertThat(app.callback(standard.answer(request, decision), session))
                .isEqualTo("Another server answered. Please connect again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "deny"})
    void aServerThatDoesNotSayWhoItIsIsNotBelieved(String decision) throws Exception {
        URI request = app.connect(issuer(notion), session);

        assertThat(app.callback(notion.answer(request, decision), session))
                .isEqualTo("Another server answered. Please connect again.");
    }

    @Test
    void aCallbackOutOfTheBlueIsAnswered() throws Exception {
        assertThat(app.callback("code=c&state=s", session)).isEqualTo("Please connect from here.");
    }

    private static Issuer issuer(Emulator emulator) {
        return new Issuer(emulator.url().toString());
    }

    private static OAuthClient client(Emulator emulator) {
        return ConnectApp.client(Emulator.CONNECTION.clientId(), Emulator.CONNECTION.clientSecret(), emulator.url());
    }
}
