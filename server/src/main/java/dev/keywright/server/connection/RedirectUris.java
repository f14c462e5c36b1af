package dev.keywright.server.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules for redirect URIs: which can be registered, and when a requested one is the registered one. */
public final class RedirectUris {
    /** Schemes that a browser runs or reads instead of asking a server (RFC 6819 §4.1). */
    private static final Set<String> DANGEROUS =
            Set.of("javascript", "data", "vbscript", "file", "blob", "about", "view-source", "filesystem");

    private static final int MAX_LENGTH = 2048;
    private static final Pattern LOOPBACK_IP =
            Pattern.compile("(?<host>http://(?:127\\.0\\.0\\.1|\\[::1]))(?::\\d{1,5})?(?<rest>(?:[/?].*)?)");

    private RedirectUris() {}

    /** Why this cannot be registered, to go behind "cannot be registered:"; empty when it can (RFC 6749 §3.1.2). */
    public static Optional<String> problemWith(String candidate) {
        return refusalOf(candidate)
                .map(refusal -> refusal == RedirectUriRefusal.DANGEROUS_SCHEME
                        ? "the scheme " + scheme(candidate) + ": " + refusal.clause()
                        : refusal.clause());
    }

    /** Why this cannot be registered, wherever that is. */
    static Optional<RedirectUriRefusal> refusalOf(String candidate) {
        if (candidate.isEmpty()) {
            return Optional.of(RedirectUriRefusal.EMPTY);
        }
        if (candidate.length() > MAX_LENGTH) {
            return Optional.of(RedirectUriRefusal.TOO_LONG);
        }
        URI uri;
        try {
            uri = new URI(candidate);
        } catch (URISyntaxException e) {
            return Optional.of(RedirectUriRefusal.NOT_A_URI);
        }
        return uri.getScheme() == null ? Optional.of(RedirectUriRefusal.RELATIVE) : refusalOf(candidate, uri);
    }

    private static Optional<RedirectUriRefusal> refusalOf(String candidate, URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (DANGEROUS.contains(scheme)) {
            return Optional.of(RedirectUriRefusal.DANGEROUS_SCHEME);
        }
        if (candidate.indexOf('#') >= 0) {
            return Optional.of(RedirectUriRefusal.FRAGMENT);
        }
        if (candidate.indexOf('*') >= 0) {
            return Optional.of(RedirectUriRefusal.WILDCARD);
        }
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (web && uri.getHost() == null) {
            return Optional.of(RedirectUriRefusal.NO_HOST);
        }
        return uri.getRawUserInfo() != null ? Optional.of(RedirectUriRefusal.USER_INFO) : Optional.empty();
    }

    private static String scheme(String candidate) {
        return candidate.substring(0, candidate.indexOf(':')).toLowerCase(Locale.ROOT);
    }

    /**
     * Whether {@code requested} is one of the registered URIs, by exact string (RFC 9700 §4.1.3).
     *
     * @param loopbackPortMayVary whether the port of {@code 127.0.0.1} or {@code [::1]} may be another (RFC 8252 §7.3)
     */
    public static boolean matches(List<String> registered, String requested, boolean loopbackPortMayVary) {
        return registered.contains(requested)
                || (loopbackPortMayVary && registered.stream().anyMatch(uri -> samePortAside(uri, requested)));
    }

    private static boolean samePortAside(String registered, String requested) {
        Matcher one = LOOPBACK_IP.matcher(registered);
        Matcher other = LOOPBACK_IP.matcher(requested);
        return one.matches()
                && other.matches()
                && one.group("host").equals(other.group("host"))
                && one.group("rest").equals(other.group("rest"));
    }
}
