package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The examples of FIPS 180-4. */
class Sha256Test {
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theExampleOfTheStandardMatches() {
        assertThat(Sha256.hex("abc")).isEqualTo(OF_ABC);
        assertThat(Sha256.digest("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(HexFormat.of().parseHex(OF_ABC));
    }

    @Test
    void nothingIsLeftOfWhatWasHashedBefore() {
        assertThat(IntStream.range(0, 10_000).parallel().mapToObj(i -> Sha256.hex(i % 2 == 0 ? "abc" : "")))
                .containsOnly(OF_ABC, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
