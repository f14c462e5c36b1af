package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters asked for by name and type; what is empty is absent (RFC 6749 §3.1). */
class ParametersTest {
    private static final JsonValue TEXT = new JsonValue.Text("b");
    private static final JsonValue EMPTY = new JsonValue.Text("");
    private static final JsonValue NESTED = new JsonValue.Fields(Map.of("c", TEXT));

    private static Parameters with(JsonValue value) {
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
                        "array", new JsonValue.Items(List.of()), "a should be a string, instead was an array"),
                Arguments.argumentSet(
                        "number", new JsonValue.Numeral("1"), "a should be a string, instead was a number"));
    }

    @ParameterizedTest
    @MethodSource("otherValues")
    void anotherValueIsNoString(JsonValue value, String problem) {
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
