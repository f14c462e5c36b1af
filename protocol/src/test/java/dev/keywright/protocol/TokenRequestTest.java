package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A token request out of its parameters (RFC 6749 §4.1.3, §6). */
class TokenRequestTest {
    private static TokenRequest read(String json) {
        ParameterReader.Read read =
                ParameterReader.read(Optional.of("application/json"), json.getBytes(StandardCharsets.UTF_8));
        if (read instanceof ParameterReader.Read.Understood understood) {
            return TokenRequest.read(understood.parameters());
        }
        throw new AssertionError(read);
    }

    private static TokenRequest exchange(Optional<String> redirectUri, Optional<String> verifier) {
        return new TokenRequest.CodeExchange("c", redirectUri, verifier, Optional.empty());
    }

    private static Arguments row(String name, String json, TokenRequest expected) {
        return Arguments.argumentSet(name, json, expected);
    }

    private static TokenRequest invalid(String problem) {
        return new TokenRequest.Unreadable(OAuthErrorCode.INVALID_REQUEST, problem);
    }

    private static Stream<Arguments> requests() {
        String code = "{\"grant_type\":\"authorization_code\",\"code\":\"c\"";
        return Stream.of(
                row("a code alone", code + "}", exchange(Optional.empty(), Optional.empty())),
                row(
                        "with a redirect URI",
                        code + ",\"redirect_uri\":\"https://a.example/\"}",
                        exchange(Optional.of("https://a.example/"), Optional.empty())),
                row(
                        "with a verifier",
                        code + ",\"code_verifier\":\"v\"}",
                        exchange(Optional.empty(), Optional.of("v"))),
                row(
                        "with empty values, which are absent",
                        code + ",\"redirect_uri\":\"\",\"code_verifier\":null}",
                        exchange(Optional.empty(), Optional.empty())),
                row(
                        "with an external account",
                        code + ",\"external_account\":{\"key\":\"k\",\"name\":\"n\"}}",
                        new TokenRequest.CodeExchange(
                                "c", Optional.empty(), Optional.empty(), Optional.of(new ExternalAccount("k", "n")))),
                row(
                        "with an empty external account, which is absent",
                        code + ",\"external_account\":{\"key\":\"\",\"name\":\"\"}}",
                        exchange(Optional.empty(), Optional.empty())),
                row(
                        "with an external account that is an empty string",
                        code + ",\"external_account\":\"\"}",
                        exchange(Optional.empty(), Optional.empty())),
                row(
                        "with what nobody knows",
                        code + ",\"state\":[1],\"scope\":{}}",
                        exchange(Optional.empty(), Optional.empty())),
                row(
                        "a refresh token",
                        "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"r\",\"code\":7}",
                        new TokenRequest.RefreshTokenGrant("r")),
                row(
                        "nothing",
                        "{}",
                        invalid("grant_type is missing; it should be authorization_code or refresh_token")),
                row(
                        "a number as grant_type",
                        "{\"grant_type\":1}",
                        invalid("grant_type should be a string, instead was a number")),
                row("no code", "{\"grant_type\":\"authorization_code\"}", invalid("code is missing")),
                row("no refresh token", "{\"grant_type\":\"refresh_token\"}", invalid("refresh_token is missing")),
                row(
                        "an array as redirect_uri",
                        code + ",\"redirect_uri\":[]}",
                        invalid("redirect_uri should be a string, instead was an array")),
                row(
                        "half an external account",
                        code + ",\"external_account\":{\"name\":\"n\"}}",
                        invalid("external_account should have both key and name")),
                row(
                        "a number in the external account",
                        code + ",\"external_account\":{\"key\":1,\"name\":\"n\"}}",
                        invalid("key should be a string, instead was a number")),
                row(
                        "another grant type",
                        "{\"grant_type\":\"password\"}",
                        new TokenRequest.Unreadable(
                                OAuthErrorCode.UNSUPPORTED_GRANT_TYPE,
                                "grant_type should be authorization_code or refresh_token, instead was password")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aTokenRequestIsRead(String json, TokenRequest expected) {
        assertThat(read(json)).isEqualTo(expected);
    }

    @Test
    void aTokenRequestPrintsNothingOfWhatItHolds() {
        assertThat(read("{\"grant_type\":\"refresh_token\",\"refresh_token\":\"nrt_4711\"}")
                        .toString())
                .doesNotContain("4711");
        assertThat(read("{\"grant_type\":\"authorization_code\",\"code\":\"4711\"}")
                        .toString())
                .doesNotContain("4711");
    }
}
