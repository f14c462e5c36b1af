package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the authorization endpoint sends a browser, and where never. */
class RedirectUriOnTheWireTest {
    private static TestServer notion;
    private static TestServer standard;

    @BeforeAll
    static void start(@TempDir Path folder) {
        notion = TestWorld.emulate(folder, "auto_approve", "true");
        standard = TestWorld.emulate(folder, "auto_approve", "true", "dialect", "standard");
    }

    @AfterAll
    static void stop() {
        notion.close();
        standard.close();
    }

    /** A2: nothing that only resembles {@code https://ledger.example/callback} gets a redirect. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://evil.example/callback",
                "https://ledger.example.evil.example/callback",
                "https://evil.example/ledger.example/callback",
                "https://sub.ledger.example/callback",
                "https://ledger.example/callback/",
                "https://ledger.example/callback/more",
                "https://ledger.example/callback?a=b",
                "https://ledger.example/callback?",
                "https://ledger.example/callback#",
                "https://ledger.example/callback#fragment",
                "https://ledger.example/Callback",
                "https://LEDGER.example/callback",
                "HTTPS://ledger.example/callback",
                "http://ledger.example/callback",
                "https://ledger.example:443/callback",
                "https://ledger.example:8443/callback",
                "https://ledger.example@evil.example/callback",
                "https://user:pass@ledger.example/callback",
                "https://ledger.example/%63allback",
                "https://ledger.example/x/%2e%2e/callback",
                "https://ledger.example/x/../callback",
                "https://ledger.example/./callback",
                "https://ledger.example//callback",
                "https://ledger.example\\callback",
                "https:\\\\ledger.example\\callback",
                "https://ledger.example\\@evil.example/callback",
                "https://ledger.example%00.evil.example/callback",
                "https://ledger.example\u0000/callback",
                "https://l\u0435dger.example/callback",
                "https://xn--ldger-qdf.example/callback",
                "https://ledger.example./callback",
                "//ledger.example/callback",
                "/callback",
                "https://ledger.example/callback ",
                " https://ledger.example/callback",
                "https://ledger.example/callback\r\nLocation: https://evil.example/",
                "https://ledger.example/callback,https://evil.example/",
                "javascript:alert(1)",
            })
    void onlyTheExactRedirectUriGetsARedirect(String requested) {
        for (TestServer server : new TestServer[] {notion, standard}) {
            Reply reply = new Flow(server, TestWorld.LEDGER).browse(Map.of("redirect_uri", requested));

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.all("location")).isEmpty();
        }
    }

    /** A3: the port of a loopback IP may vary in the standard dialect (RFC 8252 §7.3), and nothing else. */
    @ParameterizedTest(name = "{0}: notion {1}, standard {2}")
    @CsvSource({
        "http://127.0.0.1:9000/callback,       302, 302",
        "http://127.0.0.1:51004/callback,      400, 302",
        "http://127.0.0.1/callback,            400, 302",
        "http://127.0.0.1:51004/bare,          400, 302",
        "http://[::1]:9000/callback,           302, 302",
        "http://[::1]:51004/callback,          400, 302",
        "http://localhost:9000/callback,       302, 302",
        "http://localhost:51004/callback,      400, 400",
        "http://127.0.0.1:51004/other,         400, 400",
        "http://127.0.0.1:51004/callback?x=1,  400, 400",
        "https://127.0.0.1:51004/callback,     400, 400",
        "http://127.0.0.2:51004/callback,      400, 400",
        "http://127.1:51004/callback,          400, 400",
        "http://0.0.0.0:51004/callback,        400, 400",
        "http://[::]:51004/callback,           400, 400",
        "http://127.0.0.1:51004@evil.example/callback, 400, 400",
        "http://127.0.0.1:x/callback,          400, 400",
        "http://127.0.0.1.evil.example/callback, 400, 400",
        "http://127.0.0.1:/callback,           400, 400",
    })
    void thePortOfALoopbackAddressVariesInTheStandardDialectAlone(String requested, int inNotion, int inStandard) {
        Map<String, String> request = Map.of("redirect_uri", requested);

        Reply exact = new Flow(notion, TestWorld.DESK).browse(request);
        Reply lenient = new Flow(standard, TestWorld.DESK).browse(request);

        assertThat(exact.status()).isEqualTo(inNotion);
        assertThat(lenient.status()).isEqualTo(inStandard);
        if (inStandard == 302) {
            assertThat(lenient.target()).isEqualTo(requested);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"allow, code", "deny, error"})
    void aRegisteredQueryIsKept(String decision, String parameter) {
        Reply reply = new Flow(notion, TestWorld.ODDITY).browse(Map.of("decision", decision));

        assertThat(reply.header("location"))
                .startsWith("https://odd.example/callback?tenant=7&x=%20&" + parameter + "=");
    }
}
