package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The version header in the API's own words. */
class NotionVersionTest {
    private static final String SHOULD_BE = "Notion-Version header failed validation: Notion-Version header should be"
            + " `\"2021-05-11\"`, `\"2021-05-13\"`, `\"2021-08-16\"`, `\"2022-02-22\"`, `\"2022-06-28\"`,"
            + " `\"2025-09-03\"`, or `\"2026-03-11\"`, instead was ";

    @ParameterizedTest
    @ValueSource(
            strings = {"2021-05-11", "2021-05-13", "2021-08-16", "2022-02-22", "2022-06-28", "2025-09-03", "2026-03-11"
            })
    void aKnownVersionIsNoProblem(String version) {
        assertThat(NotionVersion.read(Optional.of(version)))
                .isEqualTo(new NotionVersion.Read.Known(NotionVersion.valueOf("V" + version.replace('-', '_'))));
    }

    @Test
    void noVersionIsUndefined() {
        assertThat(NotionVersion.read(Optional.empty()))
                .isEqualTo(new NotionVersion.Read.Refused(new ApiError(
                        400,
                        ApiErrorCode.MISSING_VERSION,
                        "Notion-Version header failed validation: Notion-Version header should be defined, instead was"
                                + " `undefined`.")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2024-01-01 | `\"2024-01-01\"`",
                "2022-06-28x | `\"2022-06-28x\"`",
                "a\"b\\c | `\"a\\\"b\\\\c\"`",
            })
    void anUnknownVersionIsRepeatedAsJson(String version, String shown) {
        assertThat(messageOf(version)).isEqualTo(SHOULD_BE + "`" + shown + "`.");
    }

    @Test
    void anEmptyVersionIsAnEmptyString() {
        assertThat(messageOf("")).isEqualTo(SHOULD_BE + "`\"\"`.");
    }

    @Test
    void versionsAreInOrder() {
        assertThat(NotionVersion.V2025_09_03.isSince(NotionVersion.V2025_09_03)).isTrue();
        assertThat(NotionVersion.V2026_03_11.isSince(NotionVersion.V2025_09_03)).isTrue();
        assertThat(NotionVersion.V2022_06_28.isSince(NotionVersion.V2025_09_03)).isFalse();
    }

    private static String messageOf(String version) {
        return ((NotionVersion.Read.Refused) NotionVersion.read(Optional.of(version)))
                .error()
                .message();
    }
}
