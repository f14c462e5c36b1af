package dev.keywright.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Dialect;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.BrowserPages;
import dev.keywright.server.http.Faults;
import dev.keywright.server.http.HttpServer;
import dev.keywright.server.http.Listening;
import dev.keywright.server.http.Router;
import dev.keywright.server.http.Routes;
import dev.keywright.server.http.TrustedProxies;
import dev.keywright.server.http.Watch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which certificate clients are shown while its files change; the clock moves when the test says so. */
class ReloadingCertificateTest {
    private static TestCertificate first;
    private static TestCertificate second;

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private HttpServer server;

    @BeforeAll
    static void make(@TempDir Path made) {
        first = TestCertificate.make(made, "EC");
        second = TestCertificate.make(made, "RSA");
    }

    @BeforeEach
    void start() throws Exception {
        Routes routes = new Routes().add("GET", "/", request -> Answer.text(200, request.peer()));
        Router router = new Router(
                routes,
                Dialect.STANDARD,
                Faults.NONE,
                (request, outcome) -> {},
                new Watch(now::get, List.of()),
                BrowserPages.NONE,
                e -> false);
        X509ExtendedKeyManager certificate = ReloadingCertificate.of(first.write(folder), now::get);
        server = new HttpServer(
                new Listening("127.0.0.1", 0, Optional.of(certificate), TrustedProxies.NONE),
                port -> router,
                () -> "an-id");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void minuteLater() {
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(1)));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(TestCertificate.trusting(first, second))
                .build();
    }

    /** The certificate that a client sees. */
    private Certificate shown(HttpClient client) throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).isEqualTo("127.0.0.1");
        return response.sslSession().orElseThrow().getPeerCertificates()[0];
    }

    private Certificate shownToANewClient() throws Exception {
        try (HttpClient client = client()) {
            return shown(client);
        }
    }

    @Test
    void aChangedCertificateIsShownToWhoeverConnectsAMinuteLater() throws Exception {
        assertThat(shownToANewClient()).isEqualTo(first.certificate());

        second.write(folder);
        assertThat(shownToANewClient()).isEqualTo(first.certificate());
        minuteLater();

        assertThat(shownToANewClient()).isEqualTo(second.certificate());
    }

    @Test
    void anOpenConnectionGoesOn() throws Exception {
        try (HttpClient open = client()) {
            assertThat(shown(open)).isEqualTo(first.certificate());
            second.write(folder);
            minuteLater();
            assertThat(shownToANewClient()).isEqualTo(second.certificate());

            assertThat(shown(open)).isEqualTo(first.certificate());
        }
    }

    @Test
    void whatCannotBeUsedIsNotAndTheOneBeforeStaysUntilAWholePairIsThere() throws Exception {
        CertificateFiles files = first.write(folder);
        Files.writeString(files.certificate(), second.chainPem());
        minuteLater();
        assertThat(shownToANewClient()).isEqualTo(first.certificate());

        Files.delete(files.certificate());
        minuteLater();
        assertThat(shownToANewClient()).isEqualTo(first.certificate());

        second.write(folder);
        minuteLater();
        assertThat(shownToANewClient()).isEqualTo(second.certificate());
    }

    @Test
    void aClockThatIsSetBackDoesNotStopIt() throws Exception {
        second.write(folder);
        now.set(Instant.now().minus(Duration.ofDays(1)));

        assertThat(shownToANewClient()).isEqualTo(second.certificate());
    }

    @Test
    void aHandshakeThatIsBusyWithTheOneBeforeGetsItsKeyToo() throws Exception {
        X509ExtendedKeyManager certificate = ReloadingCertificate.of(first.write(folder), now::get);
        String alias = certificate.chooseServerAlias("EC", null, null);
        second.write(folder);
        minuteLater();
        assertThat(certificate.chooseServerAlias("RSA", null, null)).isNotEqualTo(alias);

        assertThat(certificate.getPrivateKey(alias)).isEqualTo(first.key());
        assertThat(certificate.getCertificateChain(alias)).containsExactly(first.certificate());
    }
}
