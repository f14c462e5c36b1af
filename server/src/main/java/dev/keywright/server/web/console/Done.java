package dev.keywright.server.web.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the page before did, as the next one says it. */
enum Done {
    SAVED("Saved."),
    REDIRECT_URI_ADDED("The redirect URI was added. It can be used at once."),
    REDIRECT_URI_REMOVED("The redirect URI was removed. Requests that name it are refused from now on."),
    SECRET_ENDED("The secret was ended. Nothing authenticates with it any more."),
    TOKEN_ENDED("The token was ended. It opens nothing any more."),
    DISABLED("The connection is disabled. Its secrets and tokens are refused until it is enabled again."),
    ENABLED("The connection is enabled. Its secrets and tokens work again."),
    DELETED("The connection was deleted, and all that it could do has ended."),
    RESOURCE_SERVER_DELETED("The resource server was deleted. It introspects nothing any more.");

    private final String sentence;

    Done(String sentence) {
        this.sentence = sentence;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<String> sentence(String word) {
        return Arrays.stream(values())
                .filter(done -> done.word().equals(word))
                .findFirst()
                .map(done -> done.sentence);
    }
}
