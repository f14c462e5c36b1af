package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger sent, made fit to be shown: on one line, not too long, and without a secret. */
class ClipTest {
    @Test
    void aLongNameIsCutAtForty() {
        assertThat(Clip.name("x".repeat(40))).isEqualTo("x".repeat(40));
        assertThat(Clip.name("x".repeat(41))).isEqualTo("x".repeat(40) + "…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r", "\t", "\u0000", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029", "\u202e", "\u2066"
            })
    void whatIsNotPartOfALineIsADot(String character) {
        assertThat(Clip.text("a" + character + "b", 100)).isEqualTo("a·b");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'', …",
        "short, …",
        "nineteen characters, …",
        "exactly twenty chars, exac…hars",
        "ntn_00000000001JgP2hDgOQ96oHac6aKej59z1cPHZabEyiIv, ntn_…yiIv",
    })
    void aSecretIsShownByItsEnds(String secret, String shown) {
        assertThat(Clip.secret(secret)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "password, password",
        "client_credentials, client_credentials",
        "urn:ietf:params:oauth:grant-type:jwt-bearer, urn:ietf:params:oauth:grant-type:jwt-bea…",
        "e202e8c9-0990-40af-855f-ff8f872b1ec6, e202…1ec6",
        "nrt_4991090011501Ejc6Xn4sHguI7jZIN449mKe9PRhpMfNK, nrt_…MfNK",
        "secret_for_tests_only_0123456789abcdef, secr…cdef",
    })
    void aWordIsShownWholeUnlessItMayBeASecret(String word, String shown) {
        assertThat(Clip.word(word)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "e202e8c9-0990-40af-855f-ff8f872b1ec6, e202e8c9-0990-40af-855f-ff8f872b1ec6",
        "secret_for_tests_only_0123456789abcdef, secr…cdef",
        "my-app, my-app",
    })
    void aClientIdIsShownWhole(String id, String shown) {
        assertThat(Clip.clientId(id)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://a.example/callback, https://a.example/callback",
        "https://a.example/callback?tenant=7, https://a.example/callback?tenant=7",
        "https://a.example/?code=e202e8c9-0990-40af-855f-ff8f872b1ec6&state=x, https://a.example/?code=e202…1ec6&state=x",
        "https://a.example/#access_token=ntn_00000000001JgP2hDgOQ96oHac6aKej59z, https://a.example/#access_token=ntn_…j59z",
    })
    void aUriIsShownWithoutTheSecretsInItsQuery(String uri, String shown) {
        assertThat(Clip.uri(uri)).isEqualTo(shown);
    }

    @Test
    void aLongUriIsCut() {
        assertThat(Clip.uri("https://a.example/" + "x".repeat(5000)))
                .hasSize(201)
                .endsWith("…");
    }
}
