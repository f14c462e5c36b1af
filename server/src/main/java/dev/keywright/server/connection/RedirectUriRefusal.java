package dev.keywright.server.connection;

/** Why a redirect URI cannot be registered: for a world file, and in a sentence for the developer at the console. */
public enum RedirectUriRefusal {
    EMPTY("a redirect URI has 1 to 2048 characters", "Enter a redirect URI, such as https://app.example/callback."),
    TOO_LONG("a redirect URI has 1 to 2048 characters", "A redirect URI has at most 2,048 characters."),
    NOT_A_URI(
            "it is not a valid URI",
            "This is not a valid URI: look for a space or another character that must be percent-encoded."),
    RELATIVE(
            "a redirect URI is absolute: it begins with https:// or http://localhost",
            "A redirect URI is absolute: it begins with https:// or http://localhost."),
    DANGEROUS_SCHEME(
            "cannot receive a redirect safely",
            "A browser runs or opens what this scheme names instead of asking a server. Use https://."),
    FRAGMENT("a redirect URI has no fragment", "A redirect URI has no fragment: leave out # and what follows it."),
    WILDCARD(
            "redirect URIs match exactly; there are no wildcards",
            "Redirect URIs match letter by letter; there are no wildcards. Add each one that the app uses."),
    NO_HOST("it names no host", "It names no host: a web address reads https://app.example/callback."),
    USER_INFO(
            "a redirect URI has no user name before its host",
            "A redirect URI has no user name before its host: leave out what stands before the @."),
    PLAIN_HTTP(
            "plain http leads beyond this machine",
            "Codes would travel in clear: use https://. Plain http:// is for your own machine, as http://localhost."),
    DUPLICATE("is listed twice", "It is registered already."),
    TOO_MANY(
            "there are too many",
            "A connection has at most " + RedirectUriRules.MOST + " redirect URIs. Remove one that is no longer used.");

    private final String clause;
    private final String sentence;

    RedirectUriRefusal(String clause, String sentence) {
        this.clause = clause;
        this.sentence = sentence;
    }

    String clause() {
        return clause;
    }

    /** The reason, in a sentence for the developer. */
    public String sentence() {
        return sentence;
    }
}
