package dev.keywright.server.wire;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser is to the pages: it keeps cookies, knows the page it is on, and sends that page's forms. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final TestServer server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String page = "";

    Browser(TestServer server) {
        this.server = server;
    }

    /** A browser in which this person of the emulator's world is signed in. */
    static Browser of(TestServer server, String email) {
        Browser browser = new Browser(server);
        browser.become(email);
        return browser;
    }

    /** Opens a page; redirects are not followed. */
    Reply open(String target) {
        Reply reply =
                keep(with(server.get(target).header("Accept", "text/html")).send());
        if (reply.header("content-type").startsWith("text/html")) {
            page = reply.text();
        }
        return reply;
    }

    /** Opens a page and goes where this server's redirects lead. */
    Reply visit(String target) {
        Reply reply = open(target);
        for (int i = 0; i < 5 && reply.status() / 100 == 3; i++) {
            reply = open(path(reply));
        }
        return reply;
    }

    /** Sends a form of the page that is open: its token and these fields, pairs of name and value. */
    Reply send(String action, String... fields) {
        List<String> all = new ArrayList<>(List.of("csrf", token()));
        all.addAll(List.of(fields));
        return sendBare(action, all.toArray(String[]::new));
    }

    /** Sends exactly these fields, with the origin of the page. */
    Reply sendBare(String action, String... fields) {
        return keep(with(server.post(action)
                        .header("Origin", server.origin())
                        .body("application/x-www-form-urlencoded", encoded(fields)))
                .send());
    }

    private static String encoded(String... fields) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            text.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** The token of the page that is open; no token when it has no form. */
    String token() {
        Matcher matcher = TOKEN.matcher(page);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Chooses a person on the emulator's sign-in page. */
    void become(String email) {
        open("/login");
        Matcher person = Pattern.compile(
                        "value=\"([0-9a-f-]{36})\"(?:(?!</button>).)*" + Pattern.quote(email), Pattern.DOTALL)
                .matcher(page);
        if (!person.find()) {
            throw new AssertionError("nobody to choose is " + email + ": " + page);
        }
        Reply reply = send("/login", "person", person.group(1));
        if (reply.status() != 303) {
            throw new AssertionError(reply);
        }
    }

    /** The call with this browser's cookies. */
    Call with(Call call) {
        return cookies.isEmpty()
                ? call
                : call.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private Reply keep(Reply reply) {
        for (String cookie : reply.all("set-cookie")) {
            String pair = cookie.split(";", -1)[0];
            int equals = pair.indexOf('=');
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(pair.substring(0, equals));
            } else {
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return reply;
    }

    /** A cookie's value; empty when there is none. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** Brings a cookie as if it had been set: that of another browser, or an old one. */
    void cookie(String name, String value) {
        cookies.put(name, value);
    }

    /** Where a redirect leads, as a path of this server. */
    static String path(Reply reply) {
        URI target = URI.create(reply.header("location"));
        return target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
    }
}
