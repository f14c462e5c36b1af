package dev.keywright.server.settings;

import dev.keywright.protocol.IpAddress;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IP addresses that begin with the same bits (CIDR: RFC 4632 §3.1, RFC 4291 §2.3).
 *
 * @param first the lowest of them
 * @param prefix how many bits they share: of one address alone all, and at least one
 */
public record AddressRange(InetAddress first, int prefix) {
    private static final Pattern WRITTEN = Pattern.compile("([^/]*)(?:/([1-9][0-9]{0,2}))?");

    /**
     * Reads {@code 10.0.0.0/8}, or a single address. Empty for anything else: for all addresses there are, and for a range
     * that is not written by its first address, which was not meant as a range or not as this one.
     */
    static Optional<AddressRange> read(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Integer> prefix = Optional.ofNullable(matcher.group(2)).map(Integer::valueOf);
        return IpAddress.read(matcher.group(1))
                .map(first -> new AddressRange(first, prefix.orElse(bits(first))))
                .filter(range -> range.free() >= 0 && range.isWrittenByItsFirst());
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    /** How many bits they do not share. */
    private int free() {
        return bits(first) - prefix;
    }

    private boolean isWrittenByItsFirst() {
        int lowest = number(first).getLowestSetBit();
        return lowest < 0 || lowest >= free();
    }

    /** Whether this address is one of them. */
    boolean contains(InetAddress address) {
        return bits(address) == bits(first)
                && number(address).xor(number(first)).bitLength() <= free();
    }
}
