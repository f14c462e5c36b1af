package dev.keywright.server.world;

import dev.keywright.server.document.Complaint;
import dev.keywright.server.document.Fields;
import dev.keywright.server.document.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Texts that pages will show or link to. */
final class Words {
    private static final int MAX_EMOJI = 32;

    private Words() {}

    /** An http or https URL: the page that links to it must never run it. */
    static Optional<String> url(Fields fields, String name) throws Complaint {
        Optional<String> text = fields.text(name);
        if (text.isPresent() && !isWebUrl(text.get())) {
            throw fields.place(name).complaint("should be an http or https URL, or null");
        }
        return text;
    }

    /** A URL or an emoji. */
    static Optional<String> icon(Fields fields) throws Complaint {
        Optional<String> text = fields.text("icon");
        if (text.isPresent() && !isWebUrl(text.get()) && !mayBeEmoji(text.get())) {
            throw fields.place("icon").complaint("should be an http or https URL, an emoji or null");
        }
        return text;
    }

    /** An email address, as far as a server can tell one without sending to it. */
    static String email(Node node) throws Complaint {
        String text = node.text();
        int at = text.indexOf('@');
        boolean plausible = at > 0
                && at == text.lastIndexOf('@')
                && at < text.length() - 1
                && text.chars().noneMatch(Character::isWhitespace);
        if (!plausible) {
            throw node.place().complaint("should be an email address such as owner@example.com");
        }
        return text;
    }

    private static boolean isWebUrl(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean mayBeEmoji(String text) {
        return text.length() <= MAX_EMOJI
                && text.chars().noneMatch(c -> Character.isAlphabetic(c) || Character.isWhitespace(c) || c == ':');
    }
}
