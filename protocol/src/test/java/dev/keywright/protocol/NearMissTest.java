package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
    @ParameterizedTest(name = "{0} and {1} part at {2}")
    @CsvSource({
        "http://localhost:3000/cb, http://localhost:3000/cb/, 25",
        "http://localhost:3000/cb/, http://localhost:3000/cb, 25",
        "http://localhost:3000/cb, https://localhost:3000/cb, 5",
        "http://localhost:3000/cb, http://127.0.0.1:3000/cb, 8",
        "a, b, 1",
    })
    void saysWhereTwoTextsPart(String expected, String received, int at) {
        assertThat(new NearMiss(expected, received).firstDifference()).isEqualTo(at);
    }

    @ParameterizedTest(name = "{0} was meant to be {1}")
    @CsvSource({
        "http://localhost:3000/cb/, http://localhost:3000/cb",
        "http://localhost:3000/auth/cb/notion, http://localhost:3000/auth/cb",
        "https://app.example.com/callback, https://example.com/callback",
    })
    void findsWhatWasMeant(String received, String meant) {
        List<String> registered =
                List.of("http://localhost:3000/cb", "http://localhost:3000/auth/cb", "https://example.com/callback");

        assertThat(NearMiss.nearest(registered, received)).contains(new NearMiss(meant, received));
    }

    @Test
    void whereNothingIsRightNothingIsNear() {
        assertThat(NearMiss.nearest(List.of(), "x")).isEmpty();
    }
}
