package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as parameters: what is read, and what is refused with which words. */
class ParameterReaderTest {
    private static ParameterReader.Read json(String text) {
        return read("application/json", text);
    }

    private static ParameterReader.Read read(String contentType, String text) {
        return ParameterReader.read(Optional.of(contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, JsonValue> values(ParameterReader.Read read) {
        if (read instanceof ParameterReader.Read.Understood understood) {
            return understood.parameters().values();
        }
        throw new AssertionError(read);
    }

    private static String problem(ParameterReader.Read read) {
        if (read instanceof ParameterReader.Read.Malformed malformed) {
            return malformed.problem();
        }
        throw new AssertionError(read);
    }

    private static JsonValue number(String literal) {
        return new JsonValue.Numeral(literal);
    }

    private static JsonValue text(String text) {
        return new JsonValue.Text(text);
    }

    private static Arguments understood(String name, String json, Map<String, JsonValue> values) {
        return Arguments.argumentSet(name, json, values);
    }

    private static Stream<Arguments> understoodJson() {
        return Stream.of(
                understood("nothing", "{}", Map.of()),
                understood("a string", "{\"a\":\"b\"}", Map.of("a", text("b"))),
                understood("an empty string", "{\"a\":\"\"}", Map.of("a", text(""))),
                understood("null", "{\"a\":null,\"b\":\"c\"}", Map.of("a", new JsonValue.Null(), "b", text("c"))),
                understood("escapes", "{\"\\u0061\":\"\\ud83d\\udeb2\\n\\\"\"}", Map.of("a", text("\ud83d\udeb2\n\""))),
                understood("an unpaired surrogate", "{\"a\":\"\\ud83d\"}", Map.of("a", text("\ud83d"))),
                understood("a number", "{\"a\":4711}", Map.of("a", number("4711"))),
                understood("a large number", "{\"a\":1e400}", Map.of("a", number("1e400"))),
                understood("a boolean", "{\"a\":true}", Map.of("a", new JsonValue.Truth(true))),
                understood(
                        "an array",
                        "{\"a\":[1,[2],{\"b\":3}]}",
                        Map.of(
                                "a",
                                new JsonValue.Items(List.of(
                                        number("1"),
                                        new JsonValue.Items(List.of(number("2"))),
                                        new JsonValue.Fields(Map.of("b", number("3"))))))),
                understood(
                        "an object",
                        "{\"a\":{\"b\":\"c\",\"d\":null}}",
                        Map.of("a", new JsonValue.Fields(Map.of("b", text("c"), "d", new JsonValue.Null())))),
                understood("white space", " \r\n\t{ \"a\" : \"b\" } \n", Map.of("a", text("b"))));
    }

    @ParameterizedTest
    @MethodSource("understoodJson")
    void jsonIsRead(String json, Map<String, JsonValue> expected) {
        assertThat(values(json(json))).isEqualTo(expected);
    }

    private static Arguments malformed(String name, String json, String problem) {
        return Arguments.argumentSet(name, json, problem);
    }

    private static Stream<Arguments> malformedJson() {
        String invalid = "the body is not valid JSON, or repeats a field";
        String noObject = "the body should be a JSON object";
        return Stream.of(
                malformed("a repeated field", "{\"a\":\"b\",\"a\":\"b\"}", invalid),
                malformed("a repeated field, once escaped", "{\"a\":\"b\",\"\\u0061\":\"b\"}", invalid),
                malformed("a repeated field of which one is null", "{\"a\":null,\"a\":\"b\"}", invalid),
                malformed("a repeated field inside an object", "{\"x\":{\"a\":1,\"a\":1}}", invalid),
                malformed("a repeated field inside an array", "{\"x\":[{\"a\":1,\"a\":1}]}", invalid),
                malformed("a nesting bomb of arrays", "{\"a\":" + "[".repeat(30_000), invalid),
                malformed("a nesting bomb of objects", "{\"a\":".repeat(10_000), invalid),
                malformed("17 levels", "{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}", invalid),
                malformed("a byte order mark", "\ufeff{}", invalid),
                malformed("a second object", "{} {}", "the body goes on after the JSON object"),
                malformed("a second value", "{\"a\":\"b\"}1", "the body goes on after the JSON object"),
                malformed("nonsense behind it", "{\"a\":\"b\"}x", invalid),
                malformed("no end", "{\"a\":\"b\"", invalid),
                malformed("a trailing comma", "{\"a\":\"b\",}", invalid),
                malformed("a comment", "{/* */\"a\":\"b\"}", invalid),
                malformed("single quotes", "{'a':'b'}", invalid),
                malformed("a name without quotes", "{a:\"b\"}", invalid),
                malformed("NaN", "{\"a\":NaN}", invalid),
                malformed("a leading zero", "{\"a\":01}", invalid),
                malformed("a line break in a string", "{\"a\":\"b\nc\"}", invalid),
                malformed("an array", "[]", noObject),
                malformed("a string", "\"a\"", noObject),
                malformed("null", "null", noObject),
                malformed("nothing", "", "the body is empty"),
                malformed("a form", "a=b", invalid));
    }

    @ParameterizedTest
    @MethodSource("malformedJson")
    void malformedJsonIsRefused(String json, String problem) {
        assertThat(problem(json(json))).isEqualTo(problem);
    }

    @Test
    void sixteenLevelsAreRead() {
        assertThat(values(json("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}")))
                .containsKey("a");
    }

    private static Stream<Arguments> understoodForms() {
        return Stream.of(
                understood("nothing", "", Map.of()),
                understood("two", "a=b&c=d", Map.of("a", text("b"), "c", text("d"))),
                understood("a plus is a space", "a=b+c&d+e=f", Map.of("a", text("b c"), "d e", text("f"))),
                understood("an encoded plus is one", "a=b%2Bc", Map.of("a", text("b+c"))),
                understood("encoded separators", "a=%26%3D&b=%25", Map.of("a", text("&="), "b", text("%"))),
                understood("hex of either case", "a=%c3%BC", Map.of("a", text("ü"))),
                understood("unencoded UTF-8", "a=ü", Map.of("a", text("ü"))),
                understood("no value", "a&b=", Map.of("a", text(""), "b", text(""))),
                understood("no name", "=b", Map.of("", text("b"))),
                understood("an equals sign in the value", "a=b=c", Map.of("a", text("b=c"))),
                understood("empty pairs", "&&a=b&", Map.of("a", text("b"))),
                understood("a semicolon, which separates nothing", "a=b;c=d", Map.of("a", text("b;c=d"))));
    }

    @ParameterizedTest
    @MethodSource("understoodForms")
    void aFormIsRead(String form, Map<String, JsonValue> expected) {
        assertThat(values(read("application/x-www-form-urlencoded", form))).isEqualTo(expected);
        assertThat(values(ParameterReader.form(form))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b&a=b | a parameter is repeated: a",
                "a=b&%61=b | a parameter is repeated: a",
                "a&a | a parameter is repeated: a",
                "a=% | a parameter has an incomplete percent-encoding",
                "a=%4 | a parameter has an incomplete percent-encoding",
                "a=%zz | a parameter has an incomplete percent-encoding",
                "a=%+4 | a parameter has an incomplete percent-encoding",
                "%=b | a parameter has an incomplete percent-encoding",
                "a=%ff | a parameter has an incomplete percent-encoding",
                "a=%c0%af | a parameter has an incomplete percent-encoding",
                "a=%ed%a0%80 | a parameter has an incomplete percent-encoding",
            })
    void aMalformedFormIsRefused(String form, String problem) {
        assertThat(problem(read("application/x-www-form-urlencoded", form))).isEqualTo(problem);
    }

    /** What is repeated may be a secret that lost its name. */
    @Test
    void theNameOfARepeatedParameterIsShownByItsEndsWhenItMayBeASecret() {
        String code = "e202e8c9-0990-40af-855f-ff8f872b1ec6";

        assertThat(problem(ParameterReader.form(code + "&" + code))).isEqualTo("a parameter is repeated: e202…1ec6");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "application/json ; charset=\"utf-8\"",
                "application/json; profile=x; charset=utf-8",
                "application/json;",
            })
    void jsonIsReadUnderEachOfItsContentTypes(String contentType) {
        assertThat(values(read(contentType, "{\"a\":\"b\"}"))).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "text/plain",
                "application/jsonp",
                "application/ld+json",
                "json",
                "",
                "*/*",
                "application/json, x"
            })
    void anotherContentTypeIsRefused(String contentType) {
        assertThat(problem(read(contentType, "{\"a\":\"b\"}")))
                .isEqualTo("the Content-Type should be application/json or application/x-www-form-urlencoded");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"application/json; charset=iso-8859-1", "application/x-www-form-urlencoded;charset=utf-16"})
    void anotherCharsetIsRefused(String contentType) {
        assertThat(problem(read(contentType, "{}"))).isEqualTo("the body's charset should be utf-8");
    }

    @Test
    void aMissingContentTypeIsRefused() {
        assertThat(problem(ParameterReader.read(Optional.empty(), new byte[0])))
                .isEqualTo("the request has no Content-Type; send application/json");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] latin1 = "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problem(ParameterReader.read(Optional.of("application/json"), latin1)))
                .isEqualTo("the body is not valid UTF-8");
    }

    @Test
    void parametersPrintTheirNamesAlone() {
        assertThat(json("{\"client_secret\":\"secret_4711\"}").toString())
                .contains("client_secret")
                .doesNotContain("4711");
    }
}
