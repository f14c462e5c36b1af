package dev.keywright.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a setting can hold.
 *
 * @param placeholder what the help shows in place of a value
 * @param expected what a value should be, for a message: goes on after "should be"
 * @param reader the value that a text stands for; empty when it stands for none
 * @param shown what of a text may be shown, be it right or wrong
 * @param isList whether the settings file may have a list in place of a text with commas
 */
record Kind<T>(
        String placeholder,
        String expected,
        Function<String, Optional<T>> reader,
        UnaryOperator<String> shown,
        boolean isList) {
    /** What a setting that is off by default is set to, to say so. */
    static final String NONE = "none";

    private static final Duration LONGEST = Duration.ofDays(3650);

    /** What is no secret. */
    private Kind(String placeholder, String expected, Function<String, Optional<T>> reader) {
        this(placeholder, expected, reader, UnaryOperator.identity(), false);
    }

    static Kind<DatabaseUrl> database() {
        return new Kind<>(
                "URL",
                "a URL such as postgresql://user:password@host:5432/name, with what is special in it written as %40",
                DatabaseUrl::read,
                DatabaseUrl::masked,
                false);
    }

    /** A list, with commas between its parts. */
    static Kind<AddressRanges> addresses() {
        return new Kind<>(
                "LIST",
                "addresses and ranges with commas between, such as 192.0.2.7,10.0.0.0/8,2001:db8::/32, each range written"
                        + " by its first address, and none of them /0",
                AddressRanges::read,
                UnaryOperator.identity(),
                true);
    }

    static Kind<ListenAddress> listenAddress() {
        return new Kind<>("HOST:PORT", "a host and a port, such as 127.0.0.1:9464 or [::1]:9464", ListenAddress::read);
    }

    static Kind<Integer> number(int least, int most) {
        return new Kind<>(
                "N",
                "a whole number from " + least + " to " + most,
                text -> wholeNumber(text)
                        .filter(number -> number >= least && number <= most)
                        .map(Long::intValue));
    }

    static Kind<Long> seed() {
        return new Kind<>("N", "a whole number of at most 18 digits", Kind::wholeNumber);
    }

    private static Optional<Long> wholeNumber(String text) {
        return text.matches("-?[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    static Kind<Boolean> yesOrNo() {
        return new Kind<>("true|false", "true or false", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    static Kind<Path> path(String placeholder) {
        return new Kind<>(placeholder, "a path", text -> {
            try {
                return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }

    static Kind<String> text(String placeholder, String expected, String pattern) {
        return new Kind<>(placeholder, expected, text -> text.matches(pattern) ? Optional.of(text) : Optional.empty());
    }

    static Kind<Duration> duration(Duration least, Duration most) {
        String expected = "an ISO 8601 duration from " + least + " to " + most;
        return new Kind<>("DURATION", expected, text -> {
            try {
                Duration duration = Duration.parse(text);
                boolean inRange = duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
                return inRange ? Optional.of(duration) : Optional.empty();
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** How long something lives, which may be as long as it likes: whole seconds are what the wire can say of it. */
    static Kind<Optional<Duration>> lifetime() {
        return orNone(duration(Duration.ofSeconds(1), LONGEST));
    }

    static <T> Kind<Optional<T>> orNone(Kind<T> kind) {
        return new Kind<>(kind.placeholder, kind.expected + ", or " + NONE, text -> {
            Optional<T> value = kind.reader.apply(text);
            return value.isPresent() || text.equals(NONE) ? Optional.of(value) : Optional.empty();
        });
    }

    /** One of these, written in lower case. */
    static <E extends Enum<E>> Kind<E> oneOf(E[] values) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return new Kind<>(
                String.join("|", words.keySet()),
                String.join(" or ", words.keySet()),
                text -> Optional.ofNullable(words.get(text)));
    }

    /** An origin: the issuer and every absolute URL are made by adding a path to it. */
    static Kind<URI> origin() {
        String expected =
                "an http or https URL of scheme, host and port alone, without user, path, query or fragment, such as"
                        + " https://auth.example.com";
        return new Kind<>("URL", expected, Kind::readOrigin);
    }

    private static Optional<URI> readOrigin(String text) {
        try {
            // A browser shows every origin with this slash, and people copy it.
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null) {
                return Optional.empty();
            }
            // Clients compare an issuer character by character (RFC 8414 §3.3), so there is one way to write it.
            URI origin = new URI(
                    uri.getScheme().toLowerCase(Locale.ROOT),
                    null,
                    uri.getHost().toLowerCase(Locale.ROOT),
                    uri.getPort(),
                    null,
                    null,
                    null);
            return origin.toString().equalsIgnoreCase(uri.toString()) && uri.getPort() != 0 && uri.getPort() <= 65535
                    ? Optional.of(origin)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
