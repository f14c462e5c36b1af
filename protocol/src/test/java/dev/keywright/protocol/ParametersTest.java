package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters asked for by name and type; what is empty is absent (RFC 6749 §3.1). */
class ParametersTest {
    private static final Parameters.Value TEXT = new Parameters.Value.Text("b");
    private static final Parameters.Value EMPTY = new Parameters.Value.Text("");
    private static final Parameters.Value NESTED = new Parameters.Value.Nested(new Parameters(Map.of("c", TEXT)));

    private static Parameters with(Parameters.Value value) {
        return new Parameters(Map.of("a", value));
    }

    @Test
    void aStringIsGiven() throws Parameters.Misshapen {
        assertThat(with(TEXT).text("a")).contains("b");
    }

    @Test
    void anAbsentAndAnEmptyStringAreAbsent() throws Parameters.Misshapen {
        assertThat(with(TEXT).text("b")).isEmpty();
        assertThat(with(EMPTY).text("a")).isEmpty();
        assertThat(with(TEXT).nested("b")).isEmpty();
        assertThat(with(EMPTY).nested("a")).isEmpty();
    }

    @Test
    void anObjectIsGiven() throws Parameters.Misshapen {
        assertThat(with(NESTED).nested("a")).contains(new Parameters(Map.of("c", TEXT)));
    }

    private static Stream<Arguments> otherValues() {
        return Stream.of(
                Arguments.argumentSet("object", NESTED, "a should be a string, instead was an object"),
                Arguments.argumentSet(
                        "array", new Parameters.Value.Other("an array"), "a should be a string, instead was an array"),
                Arguments.argumentSet(
                        "number",
                        new Parameters.Value.Other("a number"),
                        "a should be a string, instead was a number"));
    }

    @ParameterizedTest
    @MethodSource("otherValues")
    void anotherValueIsNoString(Parameters.Value value, String problem) {
        assertThatExceptionOfType(Parameters.Misshapen.class)
                .isThrownBy(() -> with(value).text("a"))
                .satisfies(misshapen -> assertThat(misshapen.problem()).isEqualTo(problem));
    }

    @Test
    void aStringIsNoObject() {
        assertThatExceptionOfType(Parameters.Misshapen.class)
                .isThrownBy(() -> with(TEXT).nested("a"))
                .satisfies(misshapen ->
                        assertThat(misshapen.problem()).isEqualTo("a should be an object, instead was a string"));
    }
}
