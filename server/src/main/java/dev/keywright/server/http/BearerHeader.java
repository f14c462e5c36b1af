package dev.keywright.server.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Authorization} header with a bearer token (RFC 6750 §2.1). */
public sealed interface BearerHeader {
    /** One token, which may be anything. */
    record Token(String presented) implements BearerHeader {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** Absent, repeated, of another scheme, or not one word. */
    record Malformed() implements BearerHeader {}

    /** Reads the header of a request. */
    static BearerHeader read(Request request) {
        List<String> headers = request.headers().all("authorization");
        Matcher bearer = Form.BEARER.matcher(headers.size() == 1 ? headers.getFirst() : "");
        return bearer.matches() ? new Token(bearer.group(1)) : new Malformed();
    }

    /** The one form that is read. */
    final class Form {
        private static final Pattern BEARER = Pattern.compile("(?i:bearer)[ \\t]+(\\S+)");

        private Form() {}
    }
}
