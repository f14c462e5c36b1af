package dev.keywright.server.connection;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a redirect URI must be to be added to a connection.
 *
 * @param plainHttpAnywhere whether {@code http://} may lead beyond this machine; codes would travel in clear there, so only
 *     the emulator lets it
 */
public record RedirectUriRules(boolean plainHttpAnywhere) {
    /** How many a connection may have. */
    public static final int MOST = 50;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern IP_LITERAL = Pattern.compile("\\[.*]|\\d+(?:\\.\\d+){3}");

    /** Why {@code candidate} cannot be added to those that are registered, or empty when it can. */
    public Optional<RedirectUriRefusal> refusalOf(String candidate, List<String> registered) {
        Optional<RedirectUriRefusal> refusal = RedirectUris.refusalOf(candidate);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!plainHttpAnywhere && plainHttpBeyondThisMachine(candidate)) {
            return Optional.of(RedirectUriRefusal.PLAIN_HTTP);
        }
        if (registered.contains(candidate)) {
            return Optional.of(RedirectUriRefusal.DUPLICATE);
        }
        return registered.size() >= MOST ? Optional.of(RedirectUriRefusal.TOO_MANY) : Optional.empty();
    }

    private static boolean plainHttpBeyondThisMachine(String candidate) {
        URI uri = URI.create(candidate);
        return uri.getScheme().toLowerCase(Locale.ROOT).equals("http")
                && !LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    /** What a developer should know of a URI that can be registered here: Notion's own console refuses addresses of this kind. */
    public static boolean refusedByNotion(String registered) {
        return Optional.ofNullable(URI.create(registered).getHost())
                .filter(host -> IP_LITERAL.matcher(host).matches())
                .isPresent();
    }
}
