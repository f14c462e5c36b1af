package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** UUIDs as they are read and made. */
class UuidsTest {
    private static final String ID = "e202e8c9-0990-40af-855f-ff8f872b1ec6";

    @Test
    void theFormThatTheServerWritesIsRead() {
        assertThat(Uuids.exact(ID)).contains(UUID.fromString(ID));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "e202e8c9",
                "E202E8C9-0990-40AF-855F-FF8F872B1EC6",
                "e202e8c9099040af855fff8f872b1ec6",
                "{e202e8c9-0990-40af-855f-ff8f872b1ec6}",
                "e202e8c9-0990-40af-855f-ff8f872b1ec6 ",
                "e202e8c9-0990-40af-855f-ff8f872b1ec60",
                "e202e8c9-0990-40af-855f-ff8f872b1eg6",
                "e202e8c90-990-40af-855f-ff8f872b1ec6",
                "1-1-1-1-1",
                "e202e8c9-0990-40af-855f-ff8f872b1ec6\n",
            })
    void anyOtherFormIsNotExact(String text) {
        assertThat(Uuids.exact(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "e202e8c9-0990-40af-855f-ff8f872b1ec6",
                "E202E8C9-0990-40AF-855F-FF8F872B1EC6",
                "e202e8c9099040af855fff8f872b1ec6",
                "E202e8c9099040af-855fff8f872B1ec6",
            })
    void theApiReadsItDashedOrNotInAnyCase(String text) {
        assertThat(Uuids.anyForm(text)).contains(UUID.fromString(ID));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"", "x", "1-1-1-1-1", "e202e8c9099040af855fff8f872b1ec", "e202-e8c9099040af855fff8f872b1ec6"})
    void whatIsNoneIsReadInNoForm(String text) {
        assertThat(Uuids.anyForm(text)).isEmpty();
    }

    @Test
    void aRandomOneSaysVersionFourAndVariantTwo() {
        Random random = new Random(1);

        assertThat(java.util.stream.Stream.generate(() -> Uuids.random(random)).limit(1000))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> {
                    assertThat(id.version()).isEqualTo(4);
                    assertThat(id.variant()).isEqualTo(2);
                });
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "0, 0, 00000000-0000-4000-8000-000000000000",
        "-1, -1, ffffffff-ffff-4fff-bfff-ffffffffffff",
        "81985529216486895, 81985529216486895, 01234567-89ab-4def-8123-456789abcdef",
    })
    void sixBitsAreOverwrittenAndNoOther(long high, long low, String expected) {
        assertThat(Uuids.version4(high, low)).hasToString(expected);
    }
}
