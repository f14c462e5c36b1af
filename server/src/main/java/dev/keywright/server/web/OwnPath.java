package dev.keywright.server.web;

import dev.keywright.protocol.FormText;
import java.util.regex.Pattern;

/** A place of this server to go on to, as a link or a form may name one: a path, and never another host (RFC 9700 §4.11). */
final class OwnPath {
    /** Begins with one slash; a second one, or a backslash anywhere, could begin a host for a browser. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,12000}");

    private OwnPath() {}

    /** The path, or {@code /} for anything else. */
    static String of(String path) {
        return path.equals("/") || PATH.matcher(path).matches() ? path : "/";
    }

    /** The sign-in page that goes on to a path afterwards. */
    static String signInFirst(String path) {
        return "/login?next=" + FormText.encode(of(path));
    }
}
