package dev.keywright.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.IpAddress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** G4: how far a header is believed. Trusted here is what begins with 10., and fd00::1. */
class TrustedProxiesTest {
    private static final TrustedProxies PROXIES =
            new TrustedProxies(address -> address.getHostAddress().startsWith("10.")
                    || address.equals(IpAddress.read("fd00::1").get()));

    private static Request.Headers forwardedFor(String... values) {
        return name -> name.equals("x-forwarded-for") ? List.of(values) : List.of();
    }

    @ParameterizedTest(name = "{0} with \"{1}\" is {2}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "192.0.2.1 | 198.51.100.7 | 192.0.2.1",
                "192.0.2.1 | 10.0.0.1 | 192.0.2.1",
                "10.0.0.1 | '' | 10.0.0.1",
                "10.0.0.1 | 198.51.100.7 | 198.51.100.7",
                "10.0.0.1 | 203.0.113.9, 198.51.100.7 | 198.51.100.7",
                "10.0.0.1 | 203.0.113.9,198.51.100.7,10.0.0.2 | 198.51.100.7",
                "10.0.0.1 | 10.0.0.3,10.0.0.2 | 10.0.0.3",
                "10.0.0.1 | 10.0.0.9, 198.51.100.7, 10.0.0.2 | 198.51.100.7",
                "10.0.0.1 | 198.51.100.7, unknown | 10.0.0.1",
                "10.0.0.1 | 198.51.100.7, unknown, 10.0.0.2 | 10.0.0.2",
                "10.0.0.1 | 198.51.100.7, | 10.0.0.1",
                "10.0.0.1 | 198.51.100.7,,10.0.0.2 | 10.0.0.2",
                "10.0.0.1 | _hidden | 10.0.0.1",
                "10.0.0.1 | 10.1 | 10.0.0.1",
                "10.0.0.1 | localhost | 10.0.0.1",
                "10.0.0.1 | 198.51.100.7:4711 | 198.51.100.7",
                "10.0.0.1 | 198.51.100.7:port | 10.0.0.1",
                "10.0.0.1 | [2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
                "10.0.0.1 | [2001:db8::7] | 2001:db8:0:0:0:0:0:7",
                "10.0.0.1 | [2001:db8::7 | 10.0.0.1",
                "10.0.0.1 | 2001:DB8::7 | 2001:db8:0:0:0:0:0:7",
                "10.0.0.1 | ::ffff:198.51.100.7 | 198.51.100.7",
                "10.0.0.1 | 198.51.100.7, ::ffff:10.0.0.2 | 198.51.100.7",
                "fd00:0:0:0:0:0:0:1 | 198.51.100.7, fd00::1 | 198.51.100.7",
                "::ffff:10.0.0.1 | 198.51.100.7 | 198.51.100.7",
                "nobody | 198.51.100.7 | nobody",
            })
    void theLastAddressThatIsNoTrustedProxysIsTheClients(String peer, String header, String client) {
        assertThat(PROXIES.client(peer, forwardedFor(header))).isEqualTo(client);
    }

    @Test
    void severalHeadersAreOneListInTheirOrder() {
        assertThat(PROXIES.client("10.0.0.1", forwardedFor("203.0.113.9", "198.51.100.7, 10.0.0.3", "10.0.0.2")))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void withoutTheHeaderThePeerIsTheClient() {
        assertThat(PROXIES.client("10.0.0.1", forwardedFor())).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "::1"})
    void withoutTrustedProxiesTheHeaderCountsForNothing(String peer) {
        assertThat(TrustedProxies.NONE.client(peer, forwardedFor("198.51.100.7")))
                .isEqualTo(peer);
    }

    /** Whatever a client writes in front of what the proxies add, its address is what the first of them saw. */
    @Test
    void nothingThatAClientWritesChangesItsAddress() {
        SplittableRandom random = new SplittableRandom(11);
        List<String> pieces = List.of(
                "10.0.0.1",
                "203.0.113.9",
                "fd00::1",
                "unknown",
                "",
                " ",
                ",",
                ";",
                "[",
                "]",
                ":",
                "%",
                "\"",
                "for=1",
                "198.51.100.7:1",
                "::",
                "\t",
                "1e9",
                "-1");
        for (int run = 0; run < 5000; run++) {
            String written = random.ints(random.nextInt(8), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining(random.nextBoolean() ? "," : ""));
            String[] headers = random.nextBoolean()
                    ? new String[] {written + ",198.51.100.7, 10.0.0.2"}
                    : Stream.of(written, "198.51.100.7", "10.0.0.2").toArray(String[]::new);

            assertThat(PROXIES.client("10.0.0.1", forwardedFor(headers)))
                    .as(written)
                    .isEqualTo("198.51.100.7");
        }
    }
}
