package dev.keywright.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.client.AuthorizationCallback.AccessDenied;
import dev.keywright.client.AuthorizationCallback.AuthorizationCode;
import dev.keywright.client.AuthorizationCallback.AuthorizationRefused;
import dev.keywright.client.AuthorizationCallback.IssuerMismatch;
import dev.keywright.client.AuthorizationCallback.Malformed;
import dev.keywright.client.AuthorizationCallback.StateMismatch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationCallbackTest {
    private static final State KEPT = new State("kept");
    private static final Issuer ISSUER = new Issuer("https://auth.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=c-1&state=kept",
                "?state=kept&code=c-1",
                "code=c%2D1&state=k%65pt&iss=https%3A%2F%2Fx",
                "&code=c-1&state=kept&"
            })
    void aCodeWithTheKeptStateIsTheCode(String query) {
        assertThat(AuthorizationCallback.read(query, KEPT)).isEqualTo(new AuthorizationCode("c-1"));
    }

    @Test
    void theCancelledPersonIsACaseOfItsOwn() {
        assertThat(AuthorizationCallback.read("error=access_denied&state=kept", KEPT))
                .isEqualTo(new AccessDenied());
    }

    @Test
    void anyOtherErrorKeepsItsCodeAndItsSentenceOnOneLine() {
        assertThat(AuthorizationCallback.read("error=invalid_request&error_description=two+%0Alines&state=kept", KEPT))
                .isEqualTo(new AuthorizationRefused("invalid_request", Optional.of("two  lines")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=c-1",
                "code=c-1&state=",
                "code=c-1&state=Kept",
                "code=c-1&state=kept2",
                "error=access_denied&state=other",
                ""
            })
    void anotherStateOrNoneIsAMismatchWhateverElseIsThere(String query) {
        assertThat(AuthorizationCallback.read(query, KEPT)).isEqualTo(new StateMismatch());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=kept",
                "state=kept&code=",
                "state=kept&code=c-1&error=access_denied",
                "state=other&state=kept&code=c-1",
                "state=kept&code=c-1&code=c-2",
                "state=kept&code=%ZZ"
            })
    void whatIsNoAnswerIsMalformedAndQuotesNothing(String query) {
        assertThat(AuthorizationCallback.read(query, KEPT))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.problem()).doesNotContain("c-1", "kept"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss=https%3A%2F%2Fauth.example&state=kept",
                "state=kept&iss=https://auth.example",
                "state=kept&is%73=https%3a%2f%2fauth.example"
            })
    void theExpectedIssuerChangesNothingAboutItsAnswers(String query) {
        assertThat(AuthorizationCallback.read(query + "&code=c-1", KEPT, ISSUER))
                .isEqualTo(new AuthorizationCode("c-1"));
        assertThat(AuthorizationCallback.read(query + "&error=access_denied", KEPT, ISSUER))
                .isEqualTo(new AccessDenied());
        assertThat(AuthorizationCallback.read(query + "&error=invalid_request", KEPT, ISSUER))
                .isEqualTo(new AuthorizationRefused("invalid_request", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=kept",
                "state=kept&iss",
                "state=kept&iss=",
                "state=kept&iss=https%3A%2F%2Fevil.example",
                "state=kept&iss=https%3A%2F%2Fauth.example%2F",
                "state=kept&iss=https%3A%2F%2Fauth.example%3A443",
                "state=kept&iss=https%3A%2F%2Fauth.example%20",
                "state=kept&iss=https%3A%2F%2FAUTH.example",
                "state=kept&ISS=https%3A%2F%2Fauth.example",
                "state=kept&iss=https%253A%252F%252Fauth.example"
            })
    void anotherIssuerOrNoneIsAMismatchForACodeAndForAnError(String query) {
        for (String answer : List.of("&code=c-1", "&error=access_denied", "&error=invalid_request", "")) {
            assertThat(AuthorizationCallback.read(query + answer, KEPT, ISSUER)).isEqualTo(new IssuerMismatch());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=c-1", "error=access_denied"})
    void anIssuerThatComesTwiceIsMalformedEvenIfOneIsRight(String answer) {
        String query = answer + "&state=kept&iss=https%3A%2F%2Fauth.example&iss=https%3A%2F%2Fevil.example";

        assertThat(AuthorizationCallback.read(query, KEPT, ISSUER))
                .isEqualTo(AuthorizationCallback.read(query, KEPT))
                .isEqualTo(new Malformed("a parameter is repeated"));
    }

    @Test
    void theStateIsComparedBeforeTheIssuer() {
        assertThat(AuthorizationCallback.read("code=c-1&state=other&iss=https%3A%2F%2Fevil.example", KEPT, ISSUER))
                .isEqualTo(new StateMismatch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&iss=", "&iss=https%3A%2F%2Fanyone.example"})
    void withoutAnExpectedIssuerNobodyAsksWhoAnswered(String issuer) {
        assertThat(AuthorizationCallback.read("code=c-1&state=kept" + issuer, KEPT))
                .isEqualTo(new AuthorizationCode("c-1"));
        assertThat(AuthorizationCallback.read("error=access_denied&state=kept" + issuer, KEPT))
                .isEqualTo(new AccessDenied());
    }

    @Test
    void anEmptyIssuerCannotBeExpected() {
        assertThatThrownBy(() -> new Issuer("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyStateCannotBeKept() {
        assertThatThrownBy(() -> new State("")).isInstanceOf(IllegalArgumentException.class);
    }
}
