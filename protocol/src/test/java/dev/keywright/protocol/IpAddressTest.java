package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::1, 0:0:0:0:0:0:0:1",
        "2001:DB8::7, 2001:db8:0:0:0:0:0:7",
        "2001:db8:0:0:0:0:192.0.2.7, 2001:db8:0:0:0:0:c000:207",
        "::ffff:192.0.2.7, 192.0.2.7",
    })
    void anAddressIsReadAndHasOneSpelling(String written, String normal) {
        assertThat(IpAddress.read(written)).map(InetAddress::getHostAddress).contains(normal);
    }

    /** Every one of these is an address, or a name to look up, to some reader. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "auth.example",
                "10",
                "10.1",
                "10.0.1",
                "1.2.3.4.5",
                "256.0.0.1",
                "1.2.3.04",
                "0x7f.0.0.1",
                "192.0.2.7 ",
                " 192.0.2.7",
                "192.0.2.7:80",
                "[::1]",
                "::1%lo",
                "fe80::1%1",
                ":",
                ":::",
                "1::2::3",
                "12345::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "::192.0.2",
                "\u0661.0.0.1",
                "abc",
                "beef",
            })
    void anythingElseIsNone(String text) {
        assertThat(IpAddress.read(text)).isEmpty();
    }
}
