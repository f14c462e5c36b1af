package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.tls.CertificateFiles;
import dev.keywright.server.tls.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The production server with a certificate of its own. */
class TlsTest {
    private static TestCertificate certificate;
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        certificate = TestCertificate.make(folder, "EC");
        server = TestServer.serve(with(folder, certificate.write(folder)));
    }

    private static String[] with(Path folder, CertificateFiles files) {
        return new String[] {
            "data", folder.resolve("data").toString(),
            "keys", folder.resolve("keys").toString(),
            "tls_certificate", files.certificate().toString(),
            "tls_private_key", files.privateKey().toString()
        };
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path, String... versions) throws Exception {
        SSLParameters parameters = new SSLParameters();
        if (versions.length > 0) {
            parameters.setProtocols(versions);
        }
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(TestCertificate.trusting(certificate))
                .sslParameters(parameters)
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void itAnswersOverTls(String version) throws Exception {
        HttpResponse<String> health = get("/health", version);

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(health.sslSession().orElseThrow().getProtocol()).isEqualTo(version);
    }

    @Test
    void itsOwnUrlIsAnHttpsUrl() throws Exception {
        assertThat(server.url()).isEqualTo("https://127.0.0.1:" + server.port());
        assertThat(get("/.well-known/oauth-authorization-server").body())
                .contains("\"issuer\":\"" + server.url() + "\"");
    }

    /** A ClientHello of the given version, put together by hand: the JDK's own client does not speak the old ones. */
    private static byte[] hello(String version) {
        String extensions = "000a00060004" + "00170018" + "000b00020100" + "000d00060004" + "04030503";
        String body = version + "00".repeat(32) + "00" + "0004" + "c02bc009" + "0100"
                + HexFormat.of().toHexDigits((short) (extensions.length() / 2)) + extensions;
        String handshake = "01" + "00" + HexFormat.of().toHexDigits((short) (body.length() / 2)) + body;
        return HexFormat.of()
                .parseHex("16" + "0301" + HexFormat.of().toHexDigits((short) (handshake.length() / 2)) + handshake);
    }

    /** RFC 9325 §3.1.1: 16 begins the server's hello, 15 an alert, of which 46 is protocol_version. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"0303, 16", "0302, 1503..000202 46", "0301, 1503..000202 46"})
    void onlyVersions12And13AreSpoken(String version, String answer) throws Exception {
        assertThat(HexFormat.of().formatHex(sent(hello(version)))).matches(answer.replace(" ", "") + ".*");
    }

    /** Everything that comes back on a connection of its own. */
    private static byte[] sent(byte[] bytes) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            try (InputStream in = socket.getInputStream()) {
                in.transferTo(answer);
            } catch (SocketException e) {
                // A reset ends it too.
            }
        }
        return answer.toByteArray();
    }

    /** No token crosses the network in clear because somebody wrote http://. */
    @Test
    void plainHttpIsNotAnsweredAndTheNextClientIs() throws Exception {
        byte[] answer = sent(server.get("/health").bytes());

        assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("HTTP/", "status");
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    /** Each of them one clear sentence, before anything is made or opened. */
    @Test
    void itDoesNotStartWithoutAWholePair(@TempDir Path folder) throws Exception {
        CertificateFiles files = certificate.write(folder);
        for (String broken : List.of("", "no PEM")) {
            Files.writeString(files.privateKey(), broken);
            assertThat(TestServer.whyItDoesNotServe(with(folder, files)))
                    .startsWith("there is no private key in " + files.privateKey())
                    .doesNotContain("\n");
        }
        Files.delete(files.privateKey());

        assertThat(TestServer.whyItDoesNotServe(with(folder, files)))
                .isEqualTo("the private key " + files.privateKey() + " cannot be read: there is no such file");
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(folder.resolve("keys")).doesNotExist();
    }
}
