package dev.keywright.server.http;

import dev.keywright.protocol.IpAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who a request comes from, where proxies stand between: each of them adds the address it was called from at the end of
 * {@code X-Forwarded-For}. Of that header only so much is believed as trusted proxies wrote: it is read from its end, and
 * the first address that is no trusted proxy's is the client's. What stands before it anyone may have written.
 */
public final class TrustedProxies {
    /** Nobody is trusted: the header counts for nothing. */
    public static final TrustedProxies NONE = new TrustedProxies(address -> false);

    private static final String HEADER = "x-forwarded-for";

    /** An address, in brackets or not, with a port or without: some proxies write it. */
    private static final Pattern ENTRY = Pattern.compile("\\[([^\\[\\]]*)](?::\\d{1,5})?|([^:]*):\\d{1,5}|(.*)");

    private final Predicate<InetAddress> isTrusted;

    /** Trusts those of which this is true. */
    public TrustedProxies(Predicate<InetAddress> isTrusted) {
        this.isTrusted = isTrusted;
    }

    /**
     * The address of whoever sent a request. An entry that is no address ends the reading: the address before it, which a
     * trusted proxy has, stands.
     *
     * @param peer the other end of the connection
     */
    String client(String peer, Request.Headers headers) {
        Optional<InetAddress> connected = this == NONE ? Optional.empty() : IpAddress.read(peer);
        return connected
                .filter(isTrusted)
                .map(proxy -> farthestBelieved(proxy, headers).getHostAddress())
                .orElse(peer);
    }

    private InetAddress farthestBelieved(InetAddress proxy, Request.Headers headers) {
        List<String> entries = headers.all(HEADER).stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .toList()
                .reversed();
        InetAddress believed = proxy;
        for (String entry : entries) {
            Optional<InetAddress> named = address(entry.strip());
            if (named.isEmpty()) {
                return believed;
            }
            believed = named.get();
            if (!isTrusted.test(believed)) {
                return believed;
            }
        }
        return believed;
    }

    private static Optional<InetAddress> address(String entry) {
        Matcher matcher = ENTRY.matcher(entry);
        return matcher.matches()
                ? Stream.of(1, 2, 3)
                        .flatMap(group -> Optional.ofNullable(matcher.group(group)).stream())
                        .findFirst()
                        .flatMap(IpAddress::read)
                : Optional.empty();
    }
}
