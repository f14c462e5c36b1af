package dev.keywright.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is, and who connects to it.
 *
 * @param place hosts, ports where they are given, name and options, as in the URL
 */
public record DatabaseUrl(String place, Optional<String> user, Optional<String> password) {
    private static final String MASK = "***";
    private static final String SCHEME_END = "://";

    /** What the driver would take for a user or a secret, where it is not masked. */
    private static final Pattern SECRET_OPTION =
            Pattern.compile("(.*&)?(user|password|[a-z]*password)=.*", Pattern.CASE_INSENSITIVE);

    /** What may follow hosts that nobody precedes: all else could be a password without its @. */
    private static final Pattern HARMLESS =
            Pattern.compile("([a-z]+://)?[\\w.\\-\\[\\]]*(:[0-9]*)?(,[\\w.\\-\\[\\]]*(:[0-9]*)?)*(/[\\w.\\-]*)?");

    private static final Pattern PARTS =
            Pattern.compile("(?<before>[^:/?#]+://([^/?#@]*@)?)(?<hosts>[^/?#@]*)(?<behind>.*)");

    private static final String BEFORE = "before";
    private static final String HOSTS = "hosts";
    private static final String BEHIND = "behind";

    /**
     * Reads a URL such as {@code postgresql://user:password@host:5432/name}; empty when it is none. There may be several
     * hosts, with commas between them, one of which is the primary at a time.
     */
    static Optional<DatabaseUrl> read(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<DatabaseUrl> url = Optional.empty();
        for (String host : parts.group(HOSTS).split(",", -1)) {
            // Each of the hosts makes a URL of its own.
            url = read(parts.group(BEFORE) + host + parts.group(BEHIND), parts.group(HOSTS) + parts.group(BEHIND));
            if (url.isEmpty()) {
                return url;
            }
        }
        return url;
    }

    private static Optional<DatabaseUrl> read(String ofOneHost, String place) {
        try {
            URI uri = new URI(ofOneHost);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean postgresql = scheme.equals("postgresql") || scheme.equals("postgres");
            if (!postgresql
                    || uri.getHost() == null
                    || uri.getPort() == 0
                    || uri.getPort() > 65535
                    || !uri.getRawPath().matches("/[^/]+")
                    || uri.getFragment() != null
                    || Optional.ofNullable(uri.getRawQuery())
                            .filter(options -> SECRET_OPTION.matcher(options).matches())
                            .isPresent()) {
                return Optional.empty();
            }
            String[] who = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
            return Optional.of(new DatabaseUrl(
                    place,
                    Optional.of(decoded(who[0])).filter(name -> !name.isEmpty()),
                    who.length < 2 ? Optional.empty() : Optional.of(decoded(who[1]))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String part) {
        // A plus is a plus here.
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A text that somebody gave for such a URL, without what could be a password in it. */
    static String masked(String text) {
        int query = text.indexOf('?', text.lastIndexOf('@') + 1);
        if (query >= 0 && SECRET_OPTION.matcher(text.substring(query + 1)).matches()) {
            return masked(text.substring(0, query)) + "?" + MASK;
        }
        int at = text.lastIndexOf('@');
        if (at < 0) {
            String place = query < 0 ? text : text.substring(0, query);
            return HARMLESS.matcher(place).matches() ? text : MASK;
        }
        int scheme = text.indexOf(SCHEME_END);
        int begin = scheme < 0 || scheme > at ? 0 : scheme + SCHEME_END.length();
        int colon = text.indexOf(':', begin);
        return colon < 0 || colon > at ? text : text.substring(0, colon + 1) + MASK + text.substring(at);
    }

    /** Without the password. */
    @Override
    public String toString() {
        String who = user.map(name -> name + (password.isPresent() ? ":" + MASK : "") + "@")
                .orElse("");
        return "postgresql://" + who + place;
    }
}
