package dev.keywright.server.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Makes something else of a text: now and then only a little, now and then nothing like it. */
final class Mutations {
    private static final List<String> WORDS = List.of(
            "",
            "\"",
            "\\",
            "{",
            "}",
            "[[[[",
            "null",
            "-1",
            "1e309",
            "99999999999999999999",
            "true",
            "\\u0000",
            "\\ud800",
            "\u0000",
            "\u00ff",
            "\ufeff",
            "\ud83d\udeb2",
            "%",
            "%00",
            "%ff%fe",
            "%c0%af",
            "&&&",
            "=",
            "?",
            "#",
            ";",
            "..",
            "//",
            "*",
            "ntn_",
            "nrt_00000000001",
            "grant_type",
            "refresh_token",
            "authorization_code",
            "code",
            "token",
            "redirect_uri",
            "external_account",
            "code_verifier",
            "client_secret",
            "P9999999999D",
            "PT-1S",
            "+1000000000-12-31T23:59:59Z",
            "-0001-01-01T00:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "' or 1=1 --",
            "${x}",
            "%n%s",
            "application/json",
            "text/plain",
            "Bearer ",
            "Basic ");

    private final SplittableRandom random;

    Mutations(SplittableRandom random) {
        this.random = random;
    }

    /** The text itself in one of four cases, and otherwise with a few changes. */
    String of(String text) {
        String changed = text;
        for (int changes = Math.max(0, random.nextInt(7) - 2); changes > 0; changes--) {
            changed = once(changed);
        }
        return changed;
    }

    private String once(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(1, 24));
        String before = text.substring(0, at);
        String after = text.substring(to);
        return switch (random.nextInt(8)) {
            case 0 -> before + after;
            case 1 -> before + text.substring(at, to).repeat(random.nextInt(2, 5)) + after;
            case 2 -> before + any(WORDS) + after;
            case 3 -> before + any(WORDS) + text.substring(at);
            case 4 -> before + (char) random.nextInt(0x20, 0x7f) + text.substring(at);
            case 5 -> before + (char) random.nextInt(0x100) + after;
            case 6 -> before;
            default ->
                random.nextInt(50) == 0 ? before + before.repeat(random.nextInt(1, 200)) + after : text + any(WORDS);
        };
    }

    /** Bytes that are nothing in particular. */
    byte[] noise() {
        byte[] bytes = new byte[random.nextInt(1, 300)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Some bytes overwritten, left out or said twice. */
    byte[] of(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }
}
