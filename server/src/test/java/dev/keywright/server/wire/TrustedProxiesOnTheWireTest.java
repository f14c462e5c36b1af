package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G4: by whose address a request is counted. The proxy is 127.0.0.2, and ten wrong secrets a minute are allowed. */
class TrustedProxiesOnTheWireTest {
    private static final String PROXY = "127.0.0.2";
    private static final int ALLOWED = 10;

    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServer.serve(
                "data", folder.resolve("data").toString(),
                "keys", folder.resolve("keys").toString(),
                "world", TestWorld.file(folder).toString(),
                "trusted_proxies", PROXY + ",192.0.2.0/24");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static long throttled(String from, IntFunction<String> forwardedFor) {
        return throttled("X-Forwarded-For", from, forwardedFor);
    }

    /** How many of twice as many wrong secrets as are allowed are not even looked at, within one minute. */
    private static long throttled(String header, String from, IntFunction<String> value) {
        long minute = minute();
        long throttled = IntStream.range(0, 2 * ALLOWED)
                .filter(i -> guess(header, value.apply(i), from) == 429)
                .count();
        return minute() == minute ? throttled : throttled(header, from, value);
    }

    private static int guess(String header, String value, String from) {
        return server.post(Flow.TOKEN)
                .basic(TestWorld.LEDGER.id(), "wrong")
                .header(header, value)
                .sendFrom(from)
                .status();
    }

    private static long minute() {
        return System.currentTimeMillis() / 60_000;
    }

    @Test
    void whoIsConnectedDirectlyIsCountedByItsOwnAddressWhateverItSays() {
        assertThat(throttled("127.0.0.3", i -> "198.51.100." + i)).isGreaterThanOrEqualTo(ALLOWED);
        assertThat(throttled("127.0.0.4", i -> PROXY + ", 198.51.100." + i)).isGreaterThanOrEqualTo(ALLOWED);
    }

    @Test
    void behindAProxyAClientCannotChooseItsAddress() {
        assertThat(throttled(PROXY, i -> "198.51.101." + i + ", 203.0.113.1")).isGreaterThanOrEqualTo(ALLOWED);
        assertThat(throttled(PROXY, i -> "192.0.2." + i + ", 203.0.113.2, 192.0.2.9"))
                .isGreaterThanOrEqualTo(ALLOWED);
    }

    @Test
    void behindAProxyEachClientIsCountedByItself() {
        assertThat(throttled(PROXY, i -> "203.0.114." + i)).isZero();
    }

    /** Nobody can have the proxy itself, and so all behind it, locked out by writing nonsense. */
    @Test
    void nonsenseBeforeTheClientsAddressIsNotReached() {
        assertThat(throttled(PROXY, i -> "unknown, 203.0.115." + i)).isZero();
    }

    /** RFC 7239 is not supported: what nobody reads is not believed either. */
    @Test
    void theForwardedHeaderIsNotBelieved() {
        assertThat(throttled("Forwarded", PROXY, i -> "for=203.0.116." + i)).isGreaterThanOrEqualTo(ALLOWED);
    }
}
