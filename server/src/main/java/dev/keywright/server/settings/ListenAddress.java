package dev.keywright.server.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somewhere to listen.
 *
 * @param host a name or an IP address, without brackets
 * @param port 0 takes a free one
 */
public record ListenAddress(String host, int port) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\[([0-9a-fA-F:.]{2,45})]|([A-Za-z0-9.-]{1,255})):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65535;

    /** Reads {@code host:port}; an IPv6 address stands in brackets (RFC 3986 §3.2.2). */
    static Optional<ListenAddress> read(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > HIGHEST_PORT) {
            return Optional.empty();
        }
        String host = Optional.ofNullable(matcher.group(1)).orElse(matcher.group(2));
        return Optional.of(new ListenAddress(host, Integer.parseInt(matcher.group(3))));
    }
}
