package dev.keywright.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the server says that it is. */
class ServerAddressTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8787",
        "localhost, http://localhost:8787",
        "::1, http://[::1]:8787",
        "[::1], http://[::1]:8787",
    })
    void anAddressOfIpv6StandsInOnePairOfBrackets(String host, String url) {
        assertThat(ServerAddress.url("http", host, 8787)).isEqualTo(url);
    }
}
