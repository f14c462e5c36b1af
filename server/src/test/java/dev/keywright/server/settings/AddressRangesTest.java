package dev.keywright.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.IpAddress;
import java.net.InetAddress;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {
    private static AddressRanges ranges(String text) {
        return AddressRanges.read(text).orElseThrow();
    }

    private static InetAddress address(String text) {
        return IpAddress.read(text).orElseThrow();
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7 | 192.0.2.7 | true",
                "192.0.2.7 | 192.0.2.6 | false",
                "192.0.2.7/32 | 192.0.2.7 | true",
                "10.0.0.0/8 | 10.255.255.255 | true",
                "10.0.0.0/8 | 9.255.255.255 | false",
                "10.0.0.0/8 | 11.0.0.0 | false",
                "10.0.0.0/8 | ::ffff:10.1.2.3 | true",
                "192.168.4.0/23 | 192.168.5.255 | true",
                "192.168.4.0/23 | 192.168.6.0 | false",
                "128.0.0.0/1 | 127.255.255.255 | false",
                "0.0.0.0/1 | 127.255.255.255 | true",
                "2001:db8::/32 | 2001:db8:ffff::1 | true",
                "2001:db8::/32 | 2001:db9:: | false",
                "2001:db8::/127 | 2001:db8::1 | true",
                "2001:db8::/127 | 2001:db8::2 | false",
                "::1 | ::1 | true",
                "::/1 | 10.0.0.1 | false",
                "10.0.0.0/8 , ::1 | ::1 | true",
                "10.0.0.0/8,::1 | 10.0.0.1 | true",
                "10.0.0.0/8,::1 | ::2 | false",
            })
    void anAddressIsInARangeWhenItBeginsWithTheSameBits(String ranges, String address, boolean inside) {
        assertThat(ranges(ranges).contains(address(address))).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "::/0",
                "10.0.0.0/08",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.0/",
                "/8",
                "10.0.0.1/8",
                "10/8",
                "10.0.0.0/8/8",
                "10.0.0.0/-8",
                "10.0.0.0/8,",
                ",10.0.0.0/8",
                "10.0.0.0/8,,::1",
                "10.0.0.0 10.0.0.1",
                "localhost",
                "*",
                "all",
                "2001:db8::1/32",
                "::ffff:10.0.0.0/104",
                "10.0.0.0/999",
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThat(AddressRanges.read(text)).isEmpty();
    }

    /** Over random ranges: the bits of the prefix decide, and no other. */
    @Test
    void eachBitOfThePrefixCountsAndNoneBehindIt() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 2000; run++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            // Not IPv4 inside IPv6, which is IPv4.
            bytes[0] |= 1;
            int prefix = random.nextInt(1, bytes.length * Byte.SIZE + 1);
            byte[] first = bytes.clone();
            for (int bit = prefix; bit < bytes.length * Byte.SIZE; bit++) {
                first[bit / 8] &= (byte) ~(0x80 >> bit % 8);
            }
            AddressRanges range = ranges(InetAddress.getByAddress(first).getHostAddress() + "/" + prefix);
            int flipped = random.nextInt(bytes.length * Byte.SIZE);
            byte[] other = bytes.clone();
            other[flipped / 8] ^= (byte) (0x80 >> flipped % 8);

            assertThat(range.contains(InetAddress.getByAddress(bytes))).isTrue();
            assertThat(range.contains(InetAddress.getByAddress(other))).isEqualTo(flipped >= prefix);
        }
    }

    @Test
    void nobodyIsTrustedUnlessSomebodyIsNamed() {
        assertThat(Reading.settings(Command.SERVE, Map.of(), Map.of()).trustedProxies())
                .isEqualTo(AddressRanges.NONE);
        assertThat(AddressRanges.NONE.contains(address("127.0.0.1"))).isFalse();
    }
}
