package dev.keywright.server.authorization;

/**
 * What tokens begin with, for people and secret scanners.
 *
 * @param access {@code ntn_} unless a platform has its own
 * @param refresh {@code nrt_} unless a platform has its own
 */
public record TokenPrefixes(String access, String refresh) {
    /** Notion's prefixes. */
    public static final TokenPrefixes NOTION = new TokenPrefixes("ntn_", "nrt_");

    private static final String SHAPE = "[a-z][a-z0-9]{0,9}_";

    public TokenPrefixes {
        if (!access.matches(SHAPE) || !refresh.matches(SHAPE) || access.equals(refresh)) {
            throw new IllegalArgumentException(
                    "token prefixes are two different words of 1 to 10 lower-case letters and"
                            + " digits that end in an underscore, such as ntn_ and nrt_");
        }
    }

    String of(TokenKind kind) {
        return kind == TokenKind.ACCESS ? access : refresh;
    }
}
