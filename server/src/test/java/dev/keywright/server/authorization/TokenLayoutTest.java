package dev.keywright.server.authorization;

import static dev.keywright.server.authorization.TokenExample.CHARACTERS_LIMIT;
import static dev.keywright.server.authorization.TokenExample.CODEC;
import static dev.keywright.server.authorization.TokenExample.DIGITS_LIMIT;
import static dev.keywright.server.authorization.TokenExample.PAYLOAD_LIMIT;
import static dev.keywright.server.authorization.TokenExample.RING;
import static dev.keywright.server.authorization.TokenExample.digits;
import static dev.keywright.server.authorization.TokenExample.payload;
import static dev.keywright.server.authorization.TokenExample.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where in a token what stands. Tokens in the field name rows for years, so none of it ever changes. */
class TokenLayoutTest {
    /** What secret scanners look for. */
    private static final Pattern SCANNER = Pattern.compile("n(?:tn|rt)_[0-9]{11}[A-Za-z0-9]{35}");

    @Test
    void aTokenIsFiftyCharactersOfNotionsLayout() {
        Property.holds(5000, random -> {
            Token token = TokenExample.any(random);
            String prefix = token.kind() == TokenKind.ACCESS ? "ntn_" : "nrt_";

            assertThat(CODEC.encode(token)).hasSize(50).matches(prefix + "[0-9]{11}[A-Za-z0-9]{35}");
        });
    }

    /** The fast writer and one that is plainly right agree. */
    @Test
    void aTokenIsKeyAndGenerationInDigitsThenIdAndMacInBase62() {
        Property.holds(5000, random -> {
            Token token = TokenExample.any(random);

            assertThat(CODEC.encode(token)).isEqualTo(text(token.kind(), digits(token), payload(token)));
        });
    }

    /** A token of a year ago is still read. Its prefix stands apart, lest scanners take this file for a leak. */
    @ParameterizedTest
    @CsvSource({
        "ACCESS, ntn_, 21474836487JKxdST1A8J8ZqxR3eYmAdP24JBAtmlW8y2D",
        "REFRESH, nrt_, 21474836487JKxdST1A8J8Zr0mQ5NLNMgC7Vno0EegTcKJ"
    })
    void aTokenWrittenLongAgoIsRead(TokenKind kind, String prefix, String rest) {
        Token token = new Token(kind, new KeyId(5), 7, Example.ID);

        assertThat(CODEC.encode(token)).isEqualTo(prefix + rest);
        assertThat(CODEC.decode(prefix + rest)).contains(token);
    }

    /** G2: the digits are 36 bits; the same bits with more above them are not another spelling. */
    @Test
    void digitsOf36BitsAndMoreAreRefused() {
        Property.holds(1000, random -> {
            Token token = TokenExample.any(random);
            for (long digits = digits(token) + DIGITS_LIMIT; digits < 100_000_000_000L; digits += DIGITS_LIMIT) {
                assertThat(CODEC.decode(text(token.kind(), digits, payload(token))))
                        .isEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 36, (1L << 36) + 1, 99_999_999_999L})
    void digitsFromTheFirstTooLargeToTheLastAreRefused(long digits) {
        Property.holds(50, random -> {
            Token token = TokenExample.any(random);

            assertThat(CODEC.decode(text(token.kind(), digits, payload(token)))).isEmpty();
        });
    }

    /** G2: the characters are 208 bits; of the 62^35 values a good quarter are none. */
    @Test
    void charactersOf208BitsAndMoreAreRefused() {
        Property.holds(1000, random -> {
            Token token = TokenExample.any(random);
            Token early = new Token(
                    token.kind(),
                    token.keyId(),
                    token.generation(),
                    new AuthorizationId(random.nextLong(1L << 61), (short) random.nextInt()));
            BigInteger tooLarge = payload(early).add(PAYLOAD_LIMIT);

            assertThat(tooLarge).isLessThan(CHARACTERS_LIMIT);
            assertThat(CODEC.decode(text(early.kind(), digits(early), payload(early))))
                    .contains(early);
            assertThat(CODEC.decode(text(early.kind(), digits(early), tooLarge)))
                    .isEmpty();
        });
    }

    @Test
    void base62RefusesExactlyFromItsLimitOn() {
        String last = characters(PAYLOAD_LIMIT.subtract(BigInteger.ONE));

        assertThat(Base62.decode(last).map(bytes -> new BigInteger(1, bytes)))
                .contains(PAYLOAD_LIMIT.subtract(BigInteger.ONE));
        assertThat(Base62.decode(characters(PAYLOAD_LIMIT))).isEmpty();
        assertThat(Base62.decode(characters(CHARACTERS_LIMIT.subtract(BigInteger.ONE))))
                .isEmpty();
        assertThat(Base62.decode("0".repeat(35)).map(bytes -> new BigInteger(1, bytes)))
                .contains(BigInteger.ZERO);
    }

    /** G12: the scanner finds every token in a text, and nothing else. */
    @Test
    void aSecretScannerFindsEveryTokenAndNothingElse() {
        Property.holds(200, random -> {
            StringBuilder text = new StringBuilder();
            List<String> tokens = new ArrayList<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append(noise(random));
                if (random.nextBoolean()) {
                    tokens.add(CODEC.encode(TokenExample.any(random)));
                    text.append('"').append(tokens.getLast()).append('"');
                }
            }

            assertThat(SCANNER.matcher(text).results().map(MatchResult::group))
                    .as(text.toString())
                    .containsExactlyElementsOf(tokens);
        });
    }

    /** A platform's own prefixes, of different lengths too. */
    @ParameterizedTest
    @CsvSource({"acme_, acmer_", "a_, bbbbbbbbbb_", "nrt_, ntn_"})
    void tokensMayHaveOtherPrefixes(String access, String refresh) {
        TokenCodec codec = new TokenCodec(RING, new TokenPrefixes(access, refresh));
        Property.holds(200, random -> {
            Token token = TokenExample.any(random);
            String written = codec.encode(token);

            assertThat(written).startsWith(token.kind() == TokenKind.ACCESS ? access : refresh);
            assertThat(codec.decode(written)).contains(token);
            assertThat(CODEC.decode(written)).isEmpty();
            assertThat(codec.decode(CODEC.encode(token))).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ntn_, ntn_",
        "ntn, nrt_",
        "_, nrt_",
        "Ntn_, nrt_",
        "1tn_, nrt_",
        "n-n_, nrt_",
        "abcdefghijk_, nrt_",
        "'', nrt_"
    })
    void prefixesThatNoScannerCouldKnowAreRefused(String access, String refresh) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenPrefixes(access, refresh))
                .withMessageContaining("such as ntn_ and nrt_");
    }

    /** What stands around tokens, and what nearly is one: too few digits, too few characters, another prefix. */
    private static String noise(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> " ntn_" + "1".repeat(10) + "a".repeat(35) + " ";
            case 1 -> " nrt_" + "1".repeat(11) + "a".repeat(34) + " ";
            case 2 -> " nxn_" + "1".repeat(11) + "a".repeat(35) + " ";
            case 3 -> " ntn-" + "1".repeat(11) + "a".repeat(35) + " ";
            case 4 -> " NTN_" + "1".repeat(11) + "a".repeat(35) + " ";
            default ->
                random.ints(random.nextInt(300), 0x20, 0x2FF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        };
    }

    private static String characters(BigInteger payload) {
        return text(TokenKind.ACCESS, 0, payload).substring(15);
    }
}
