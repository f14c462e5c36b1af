package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tokens that a server issued and only it can make, two to each authorization. All access tokens are of one length, and all
 * refresh tokens. An entry is used by one connection at a time.
 */
public final class IssuedTokens {
    private final String[] accessTokens;
    private final String[] refreshTokens;

    private IssuedTokens(List<String> lines) {
        accessTokens = lines.stream().map(line -> part(line, 0)).toArray(String[]::new);
        refreshTokens = lines.stream().map(line -> part(line, 1)).toArray(String[]::new);
    }

    /** Reads a file of lines, each an access token, a space and a refresh token; refuses another, and one without lines. */
    public static IssuedTokens read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            throw new IOException("no tokens were issued: " + file + " is empty");
        }
        return new IssuedTokens(lines);
    }

    private static String part(String line, int number) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a line has two tokens, not " + parts.length);
        }
        return parts[number];
    }

    int size() {
        return accessTokens.length;
    }

    String accessToken(int index) {
        return accessTokens[index];
    }

    String refreshToken(int index) {
        return refreshTokens[index];
    }

    /** One has been refreshed, with this answer. */
    void renewed(int index, Answer answer) {
        accessTokens[index] = after(Wire.ACCESS_TOKEN, answer, accessTokens[index]);
        refreshTokens[index] = after(Wire.REFRESH_TOKEN, answer, refreshTokens[index]);
    }

    private static String after(byte[] name, Answer answer, String before) {
        byte[] token = new byte[before.length()];
        return answer.copyAfter(name, token, 0, token.length) ? new String(token, StandardCharsets.US_ASCII) : before;
    }
}
