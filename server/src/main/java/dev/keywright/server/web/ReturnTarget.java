package dev.keywright.server.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the browser goes back to after an answer.
 *
 * @param shown the host, or the scheme of an app on this device, for the person
 * @param source what the answer's form may lead to, as sources of a content security policy (CSP3 §2.3.1). Chromium asks
 *     {@code form-action} at every redirect, and many apps send the browser on from their callback to another host: so the
 *     origin is named, and with it the schemes that may follow it
 */
public record ReturnTarget(String shown, String source) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,62}");

    /** The target of a redirect URI that was registered. */
    public static ReturnTarget of(String redirectUri) {
        String scheme = redirectUri.substring(0, Math.max(redirectUri.indexOf(':'), 0));
        if (!SCHEME.matcher(scheme).matches()) {
            return new ReturnTarget(Shown.name(redirectUri), "'none'");
        }
        Optional<URI> uri = parsed(redirectUri).filter(one -> one.getHost() != null);
        if (uri.isEmpty()) {
            return new ReturnTarget("an app on this device (" + scheme + ":)", scheme + ":");
        }
        String host = uri.get().getHost().toLowerCase(Locale.ROOT);
        String authority =
                host + (uri.get().getPort() < 0 ? "" : ":" + uri.get().getPort());
        boolean web = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
        if (!web) {
            return new ReturnTarget("an app on this device (" + scheme + ":)", scheme + ":");
        }
        // An address in brackets is no host that a policy could name.
        String origin = HOST.matcher(host).matches() ? scheme + "://" + authority + " " : "";
        return new ReturnTarget(authority, origin + (scheme.equalsIgnoreCase("https") ? "https:" : "http: https:"));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
