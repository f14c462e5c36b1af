package dev.keywright.protocol;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses as they are written in headers and settings; no name is ever looked up. */
public final class IpAddress {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    /** All four numbers: others read {@code 10.1} as 10.0.0.1. */
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    /** What can only be IPv6: a text with a colon is never taken for a name. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{0,39}:[0-9a-fA-F:.]{0,39}");

    private IpAddress() {}

    /**
     * The address that is written here: IPv4 as four numbers (RFC 791), IPv6 without a zone (RFC 4291 §2.2). An IPv4 address
     * inside IPv6 ({@code ::ffff:192.0.2.7}) is the IPv4 address. Anything else is empty.
     */
    public static Optional<InetAddress> read(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
