package dev.keywright.server.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D6, A11: S256 as in RFC 7636, and nothing looser. */
class CodeChallengeTest {
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void theExampleOfTheRfcMatches() {
        assertThat(new CodeChallenge(CHALLENGE).matches(VERIFIER)).isTrue();
    }

    @Test
    void anotherVerifierDoesNotMatch() {
        assertThat(new CodeChallenge(CHALLENGE).matches(VERIFIER.replace('d', 'e')))
                .isFalse();
    }

    /** There is no method {@code plain}: the challenge does not prove itself. */
    @Test
    void theChallengeItselfDoesNotMatch() {
        assertThat(new CodeChallenge(CHALLENGE).matches(CHALLENGE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {43, 44, 127, 128})
    void aVerifierOfAnAllowedLengthMatches(int length) {
        String verifier = "~".repeat(length);

        assertThat(of(verifier).matches(verifier)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, 129, 100_000})
    void aVerifierOfAnotherLengthDoesNotMatchEvenIfItsDigestDoes(int length) {
        String verifier = "~".repeat(length);

        assertThat(of(verifier).matches(verifier)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "+", "/", "=", "\n", "\u0000", "é", "٣", "%"})
    void aVerifierWithAnotherCharacterDoesNotMatchEvenIfItsDigestDoes(String character) {
        String inFront = character + VERIFIER;
        String atTheEnd = VERIFIER + character;

        assertThat(of(inFront).matches(inFront)).isFalse();
        assertThat(of(atTheEnd).matches(atTheEnd)).isFalse();
    }

    @Test
    void aChallengeIsRead() {
        assertThat(CodeChallenge.read(CHALLENGE)).contains(new CodeChallenge(CHALLENGE));
    }

    /** Too short, too long, padded, of the other base64, with white space, in hex. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw/cM",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c\n",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM\n",
                "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3"
            })
    void whatIsNoChallengeIsNotRead(String value) {
        assertThat(CodeChallenge.read(value)).isEmpty();
    }

    private static CodeChallenge of(String verifier) {
        byte[] digest = Sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return new CodeChallenge(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }
}
