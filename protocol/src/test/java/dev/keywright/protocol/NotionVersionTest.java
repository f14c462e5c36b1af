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
        assertThat(NotionVersion.problemWith(Optional.of(version))).isEmpty();
    }

    @Test
    void noVersionIsUndefined() {
        assertThat(NotionVersion.problemWith(Optional.empty()))
                .contains(new ApiError(
                        400,
                        ApiErrorCode.MISSING_VERSION,
                        "Notion-Version header failed validation: Notion-Version header should be defined, instead was"
                                + " `undefined`."));
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
        assertThat(NotionVersion.problemWith(Optional.of(version)))
                .hasValueSatisfying(problem -> assertThat(problem.message()).isEqualTo(SHOULD_BE + "`" + shown + "`."));
    }

    @Test
    void anEmptyVersionIsAnEmptyString() {
        assertThat(NotionVersion.problemWith(Optional.of("")))
                .hasValueSatisfying(problem -> assertThat(problem.message()).isEqualTo(SHOULD_BE + "`\"\"`."));
    }
}
