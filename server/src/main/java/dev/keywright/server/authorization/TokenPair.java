package dev.keywright.server.authorization;

/** The access token and the refresh token of one generation. Prints as {@code ***}. */
public record TokenPair(String accessToken, String refreshToken) {
    @Override
    public String toString() {
        return "***";
    }
}
