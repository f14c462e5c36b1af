package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoding of forms and query strings. */
class FormTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({"'', ''", "abc, abc", "a+b, a b", "a%20b, a b", "a%2Bb, a+b", "%c3%bc, ü", "%F0%9F%9A%B2, 🚲", "ü, ü"})
    void itIsDecoded(String encoded, String decoded) {
        assertThat(FormText.decode(encoded)).contains(decoded);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "%",
                "%4",
                "a%",
                "%zz",
                "%4z",
                "%-1",
                "%+1",
                "% 1",
                "%ff",
                "%c3",
                "%c0%80",
                "%ed%a0%80",
                "%f4%90%80%80",
                "%١1"
            })
    void whatIsIncompleteOrNoUtf8IsNotDecoded(String encoded) {
        assertThat(FormText.decode(encoded)).isEmpty();
    }

    @Test
    void whatIsEncodedIsDecodedAsItWas() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            String text = random.ints(random.nextInt(12), 0, 0x11_0000)
                    .filter(character -> character < 0xD800 || character > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            String encoded = FormText.encode(text);

            assertThat(encoded).matches("[A-Za-z0-9.*_+%-]*");
            assertThat(FormText.decode(encoded)).contains(text);
        }
    }
}
