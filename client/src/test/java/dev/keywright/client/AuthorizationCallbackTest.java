package dev.keywright.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.client.AuthorizationCallback.AccessDenied;
import dev.keywright.client.AuthorizationCallback.AuthorizationCode;
import dev.keywright.client.AuthorizationCallback.AuthorizationRefused;
import dev.keywright.client.AuthorizationCallback.Malformed;
import dev.keywright.client.AuthorizationCallback.StateMismatch;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationCallbackTest {
    private static final State KEPT = new State("kept");

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

    @Test
    void anEmptyStateCannotBeKept() {
        assertThatThrownBy(() -> new State("")).isInstanceOf(IllegalArgumentException.class);
    }
}
