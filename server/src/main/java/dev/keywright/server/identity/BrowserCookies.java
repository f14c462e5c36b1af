package dev.keywright.server.identity;

import dev.keywright.server.http.Request;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The cookies, each of 256 random bits: {@code session} is a person's; {@code visit} is a browser's that nobody has signed in
 * with; {@code device} tells a browser in which a person has signed in before, and lets nobody in.
 *
 * <p>With an https public URL their names begin with {@code __Host-}, which no other host can set, and they travel over TLS
 * alone. On plain HTTP, which is for loopback, browsers take neither.
 */
public final class BrowserCookies {
    private static final int BYTES = 32;
    private static final Duration DEVICE = Duration.ofDays(365);
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final boolean secure;
    private final RandomGenerator random;

    /** Cookies of a server with this public URL. */
    public BrowserCookies(String publicUrl, RandomGenerator random) {
        this.secure = publicUrl.startsWith("https:");
        this.random = random;
    }

    Optional<String> session(Request request) {
        return value(request, "session");
    }

    Optional<String> device(Request request) {
        return value(request, "device");
    }

    Optional<String> visit(Request request) {
        return value(request, "visit");
    }

    private Optional<String> value(Request request, String name) {
        return request.cookie(name(name)).filter(value -> VALUE.matcher(value).matches());
    }

    String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String setSession(String value) {
        return set("session", value);
    }

    String setVisit(String value) {
        return set("visit", value);
    }

    String setDevice(String value) {
        return set("device", value) + "; Max-Age=" + DEVICE.toSeconds();
    }

    String clearSession() {
        return set("session", "") + "; Max-Age=0";
    }

    private String set(String name, String value) {
        return name(name) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    private String name(String name) {
        return (secure ? "__Host-" : "") + "keywright-" + name;
    }
}
