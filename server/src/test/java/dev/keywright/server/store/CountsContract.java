package dev.keywright.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often things were done in a minute. */
interface CountsContract extends OpensStores {
    @Test
    default void eachKeyIsCountedForItselfAndInEachMinuteAnew() {
        try (Store store = open()) {
            assertThat(store.counts().count("a", 7)).isEqualTo(1);
            assertThat(store.counts().count("a", 7)).isEqualTo(2);
            assertThat(store.counts().count("b", 7)).isEqualTo(1);
            assertThat(store.counts().count("a", 8)).isEqualTo(1);
        }
    }

    @Test
    default void ofManyAtOnceEachIsAnotherOne() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            List<Integer> numbers = crowd.atOnce(64, () -> store.counts().count("a", 7));

            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 64).boxed().toList());
        }
    }
}
