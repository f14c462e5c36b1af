package dev.keywright.server.authorization;

import static dev.keywright.server.authorization.Example.ID;
import static dev.keywright.server.authorization.Example.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AuthorizationIdTest {
    @Test
    void anIdIsItsTenBytes() {
        Property.holds(1000, random -> {
            AuthorizationId id = AuthorizationId.random(NOON, random);

            assertThat(id.bytes()).hasSize(AuthorizationId.LENGTH);
            assertThat(AuthorizationId.of(id.bytes())).isEqualTo(id);
        });
    }

    @Test
    void theFirstFourBytesAreTheSecondItWasMadeIn() {
        Property.holds(1000, random -> {
            byte[] bytes = AuthorizationId.random(NOON, random).bytes();

            assertThat(ByteBuffer.wrap(bytes).getInt()).isEqualTo((int) NOON.getEpochSecond());
        });
    }

    /** Rows land in order, past the year 2038 too. */
    @Test
    void laterIdsSortBehindEarlierOnes() {
        Property.holds(1000, random -> {
            long second = random.nextLong(0xFFFFFFFFL);
            byte[] earlier = AuthorizationId.random(Instant.ofEpochSecond(second), random)
                    .bytes();
            byte[] later = AuthorizationId.random(Instant.ofEpochSecond(second + 1), random)
                    .bytes();

            assertThat(Arrays.compareUnsigned(earlier, later)).isNegative();
        });
    }

    /** G2: the other 48 bits are what the random source gave. */
    @Test
    void allButTheTimeComesFromTheRandomSource() {
        assertThat(AuthorizationId.random(NOON, new SplittableRandom(5)))
                .isEqualTo(AuthorizationId.random(NOON.plusMillis(900), new SplittableRandom(5)))
                .isNotEqualTo(AuthorizationId.random(NOON, new SplittableRandom(6)));
    }

    /** G2: they are 48 different bits of the source, none of them used twice. */
    @Test
    void everyRandomBitIsADifferentOne() {
        Set<AuthorizationId> oneBitEach = new HashSet<>();
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long chance = 1L << bit;
            AuthorizationId id = AuthorizationId.random(Instant.EPOCH, () -> chance);
            int bits = Long.bitCount(id.leading()) + Integer.bitCount(Short.toUnsignedInt(id.trailing()));
            assertThat(bits).isLessThanOrEqualTo(1);
            if (bits == 1) {
                oneBitEach.add(id);
            }
        }

        assertThat(oneBitEach).hasSize(48);
    }

    /** G1: an id stands in tokens, so it is shown to nobody. */
    @Test
    void anIdPrintsAsStars() {
        assertThat(ID).hasToString("***");
        assertThat(Example.refreshToken(1, Example.KEY).toString()).contains("authorization=***");
    }

    @Test
    void aRefIsTwelveCharactersOfBase62AndTheSameForTheSameId() {
        Property.holds(1000, random -> {
            AuthorizationId id = AuthorizationId.random(NOON, random);

            assertThat(id.ref())
                    .matches("[0-9A-Za-z]{12}")
                    .isEqualTo(AuthorizationId.of(id.bytes()).ref());
        });
    }

    /** Neighbouring ids have unrelated refs: nothing of the id shows. */
    @Test
    void aRefTellsNothingOfTheId() {
        AuthorizationId neighbour = new AuthorizationId(ID.leading(), (short) (ID.trailing() + 1));

        assertThat(neighbour.ref().substring(0, 6)).isNotEqualTo(ID.ref().substring(0, 6));
        assertThat(neighbour.ref().substring(6)).isNotEqualTo(ID.ref().substring(6));
    }
}
