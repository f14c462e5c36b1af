package dev.keywright.server.web;

import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a form was sent by a page of this server that was shown to this visitor (RFC 6749 §10.12). Two things must hold:
 * the browser says that the page is of this origin, and the form has the token that the page was given.
 */
public final class FormGuard {
    /** The field that has the token. */
    static final String FIELD = "csrf";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI own;

    /** A guard of the server with this public URL. */
    public FormGuard(String publicUrl) {
        this.own = URI.create(publicUrl);
    }

    /** Why the form is refused; empty when it is not. */
    Optional<String> problem(Request request, Visitor visitor, Form form) {
        return foreign(request)
                .or(() -> !visitor.formToken().isEmpty()
                                && MessageDigest.isEqual(bytes(form.text(FIELD)), bytes(visitor.formToken()))
                        ? Optional.empty()
                        : Optional.of("the form's token is missing, or is not that of this session"));
    }

    private Optional<String> foreign(Request request) {
        Optional<String> site = request.header("sec-fetch-site");
        if (site.isPresent() && !Set.of("same-origin", "none").contains(site.get())) {
            return Optional.of("the form was sent by a page of another origin: Sec-Fetch-Site is " + site.get());
        }
        Optional<String> origin = request.header("origin").filter(value -> !value.equals("null"));
        if (origin.isPresent()) {
            return isOwn(origin.get())
                    ? Optional.empty()
                    : Optional.of("the form was sent by a page of another origin than " + own);
        }
        // A browser hides the origin under stricter referrer policies than ours, but then it still says the site.
        return site.isPresent() ? Optional.empty() : Optional.of("the browser does not say which page sent the form");
    }

    /** Whether it is the origin of the public URL. On loopback the host may have any of its names. */
    boolean isOwn(String origin) {
        try {
            URI other = URI.create(origin.toLowerCase(Locale.ROOT));
            return own.getScheme().equalsIgnoreCase(other.getScheme())
                    && port(own) == port(other)
                    && (host(own).equals(host(other))
                            || (LOOPBACK.contains(host(own)) && LOOPBACK.contains(host(other))));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String host(URI uri) {
        return Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
