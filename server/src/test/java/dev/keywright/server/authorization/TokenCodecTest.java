package dev.keywright.server.authorization;

import static dev.keywright.server.authorization.TokenExample.CODEC;
import static dev.keywright.server.authorization.TokenExample.RING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What is written is read, and nothing else is. The layout is held by {@link TokenLayoutTest}. */
class TokenCodecTest {
    private static final String REPLACEMENTS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-+/. \n\u0000é٣\uD83D";

    @Test
    void everyTokenIsReadAsItWasWritten() {
        Property.holds(20_000, random -> {
            Token token = TokenExample.any(random);

            assertThat(CODEC.decode(CODEC.encode(token))).contains(token);
        });
    }

    /** A lost answer is harmless: a pair is a function of key, id and generation. */
    @Test
    void aPairIsTheSameHoweverOftenItIsAskedFor() {
        Property.holds(500, random -> {
            Token token = TokenExample.any(random);
            Active state = state(token);

            TokenPair pair = CODEC.pair(token.authorization(), state);

            assertThat(new TokenCodec(RING, TokenPrefixes.NOTION).pair(token.authorization(), state))
                    .isEqualTo(pair);
            assertThat(CODEC.decode(pair.accessToken()).orElseThrow().kind()).isEqualTo(TokenKind.ACCESS);
            assertThat(CODEC.decode(pair.refreshToken()).orElseThrow().kind()).isEqualTo(TokenKind.REFRESH);
        });
    }

    /** G2: the MAC covers every bit, so there is no position in which anything may be changed. */
    @Test
    void anyChangedCharacterIsRefused() {
        Property.holds(20, random -> {
            String text = CODEC.encode(TokenExample.any(random));
            for (int position = 0; position < text.length(); position++) {
                String head = text.substring(0, position);
                String tail = text.substring(position + 1);
                char was = text.charAt(position);
                assertThat(REPLACEMENTS.chars().filter(replacement -> replacement != was))
                        .allSatisfy(replacement -> assertThat(CODEC.decode(head + (char) (int) replacement + tail))
                                .isEmpty());
            }
        });
    }

    /** G2: neither an insertion, nor a removal, nor two neighbours swapped. */
    @Test
    void anyShiftedCharacterIsRefused() {
        Property.holds(50, random -> {
            String text = CODEC.encode(TokenExample.any(random));
            for (int i = 0; i < text.length(); i++) {
                String head = text.substring(0, i);
                String tail = text.substring(i + 1);
                assertThat(CODEC.decode(head + tail)).isEmpty();
                assertThat(CODEC.decode(head + text.charAt(i) + text.charAt(i) + tail))
                        .isEmpty();
                if (i > 0 && text.charAt(i) != text.charAt(i - 1)) {
                    String swapped = text.substring(0, i - 1) + text.charAt(i) + text.charAt(i - 1) + tail;
                    assertThat(CODEC.decode(swapped)).isEmpty();
                }
            }
        });
    }

    /** E8, F8: an access token is never a refresh token, whatever prefix it is given. */
    @Test
    void kindsNeverMix() {
        Property.holds(1000, random -> {
            String text = CODEC.encode(TokenExample.any(random));
            String otherPrefix = text.startsWith("ntn_") ? "nrt_" : "ntn_";

            assertThat(CODEC.decode(otherPrefix + text.substring(4))).isEmpty();
        });
    }

    /** G2: the parts of two genuine tokens make no third. */
    @Test
    void partsOfTwoTokensMakeNoThird() {
        Property.holds(1000, random -> {
            String one = CODEC.encode(TokenExample.any(random));
            String other = CODEC.encode(TokenExample.any(random));

            // Two tokens of one kind, key and generation begin alike, so what is put together may be one of them.
            for (int cut : new int[] {15, 28}) {
                String mixed = one.substring(0, cut) + other.substring(cut);
                assertThat(CODEC.decode(mixed).isPresent() && !mixed.equals(one) && !mixed.equals(other))
                        .isFalse();
            }
        });
    }

    /** G2: a token of the same key id under another secret. */
    @Test
    void aTokenOfAnotherKeyIsRefused() {
        Property.holds(1000, random -> {
            Token token = TokenExample.any(random);
            KeyRing forged = KeyRing.of(MacKey.random(token.keyId(), random));

            assertThat(CODEC.decode(codec(forged).encode(token))).isEmpty();
        });
    }

    /** A removed key's tokens are not genuine, even while a key of the same bytes has another id. */
    @Test
    void aTokenOfARemovedKeyIsRefused() {
        Property.holds(200, random -> {
            Token token = TokenExample.any(random);
            KeyId other = new KeyId((token.keyId().value() + 1) % KeyId.LIMIT);
            byte[] secret = RING.key(token.keyId()).orElseThrow().reveal();

            assertThat(codec(RING.signWith(other).remove(token.keyId())).decode(CODEC.encode(token)))
                    .isEmpty();
            assertThat(codec(KeyRing.of(new MacKey(other, secret))).decode(CODEC.encode(token)))
                    .isEmpty();
        });
    }

    /** G2: a million tokens of half a million ids, as production makes them, are a million different ones. */
    @Test
    void aMillionTokensHaveNoDuplicates() {
        RandomGenerator random = new SecureRandom();
        Instant start = Example.NOON;
        Set<String> tokens = HashSet.newHashSet(1_000_000);

        for (int i = 0; i < 500_000; i++) {
            AuthorizationId id = AuthorizationId.random(start.plusSeconds(i / 500), random);
            TokenPair pair = CODEC.pair(id, Active.first(new Issue(CODEC.signing(), start)));
            tokens.add(pair.accessToken());
            tokens.add(pair.refreshToken());
        }

        assertThat(tokens.size()).isEqualTo(1_000_000);
    }

    /** D8, F10: whatever is presented, the answer is a refusal and not a failure. */
    @Test
    void garbageIsRefused() {
        Property.holds(
                20_000, random -> assertThat(CODEC.decode(garbage(random))).isEmpty());
    }

    @Test
    void overlongGarbageIsRefused() {
        for (String text : new String[] {"", "ntn_", "nrt_", "ntn_".repeat(1_000_000), "0".repeat(1_000_000)}) {
            assertThat(CODEC.decode(text)).isEmpty();
        }
    }

    @Test
    void tokensAreWrittenAndReadByManyThreadsAtOnce() throws InterruptedException {
        Set<Token> misread = ConcurrentHashMap.newKeySet();
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            SplittableRandom random = new SplittableRandom(i);
            threads[i] = Thread.ofVirtual().start(() -> {
                for (int j = 0; j < 2000; j++) {
                    Token token = TokenExample.any(random);
                    if (!CODEC.decode(CODEC.encode(token)).equals(Optional.of(token))) {
                        misread.add(token);
                    }
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(misread).isEmpty();
    }

    /** G1: a pair shows neither token. */
    @Test
    void aPairPrintsAsStars() {
        Token token = TokenExample.any(new SplittableRandom(1));

        assertThat(CODEC.pair(token.authorization(), state(token))).hasToString("***");
    }

    /** Any characters of any plane, of a token's length half of the time, behind a token's prefix half of the time. */
    private static String garbage(RandomGenerator random) {
        int length = random.nextBoolean() ? 46 : random.nextInt(200);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "ntn_" : "");
        int kind = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            text.append(
                    switch (kind) {
                        case 0 -> (char) random.nextInt(0x10000);
                        case 1 -> (char) random.nextInt(0x80);
                        case 2 -> (char) ('0' + random.nextInt(10));
                        default -> i < 11 ? (char) ('0' + random.nextInt(10)) : (char) ('A' + random.nextInt(26));
                    });
        }
        byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        return random.nextBoolean() ? text.toString() : new String(utf8, StandardCharsets.ISO_8859_1);
    }

    private static Active state(Token token) {
        return new Active(token.generation(), new Issue(token.keyId(), Example.NOON), Optional.empty());
    }

    private static TokenCodec codec(KeyRing keys) {
        return new TokenCodec(keys, TokenPrefixes.NOTION);
    }
}
