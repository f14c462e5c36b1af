package dev.keywright.server.authorization;

import static dev.keywright.server.authorization.Example.KEY;
import static dev.keywright.server.authorization.Example.NEW_KEY;
import static dev.keywright.server.authorization.Example.NOON;
import static dev.keywright.server.authorization.Example.OLD_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is rotated in three steps: it is added, it signs, the old one is removed. */
class KeyRingTest {
    private static final MacKey OLD = MacKey.random(OLD_KEY, new SplittableRandom(1));
    private static final MacKey NEW = MacKey.random(NEW_KEY, new SplittableRandom(2));
    private static final KeyRing BEFORE = KeyRing.of(OLD);
    private static final KeyRing ADDED = BEFORE.add(NEW);
    private static final KeyRing SIGNING = ADDED.signWith(NEW_KEY);
    private static final KeyRing REMOVED = SIGNING.remove(OLD_KEY);

    @Test
    void theOnlyKeySigns() {
        assertThat(BEFORE.signing()).isEqualTo(OLD_KEY);
        assertThat(BEFORE.keys()).containsExactly(OLD);
    }

    @Test
    void anAddedKeyVerifiesAndDoesNotSign() {
        assertThat(ADDED.signing()).isEqualTo(OLD_KEY);
        assertThat(ADDED.key(NEW_KEY)).contains(NEW);
    }

    @Test
    void aKeyThatSignsNoLongerStillVerifies() {
        assertThat(SIGNING.signing()).isEqualTo(NEW_KEY);
        assertThat(SIGNING.keys()).containsExactly(OLD, NEW);
    }

    @Test
    void aRemovedKeyIsGone() {
        assertThat(REMOVED.key(OLD_KEY)).isEmpty();
        assertThat(REMOVED.keys()).containsExactly(NEW);
    }

    /** Every step of a rotation goes well while other nodes are one step behind or ahead. */
    @Test
    void neighbouringStepsReadEachOthersTokens() {
        KeyRing[] steps = {BEFORE, ADDED, SIGNING};
        for (int i = 0; i + 1 < steps.length; i++) {
            assertThat(reads(steps[i], written(steps[i + 1]))).isTrue();
            assertThat(reads(steps[i + 1], written(steps[i]))).isTrue();
        }
    }

    @Test
    void aRemovedKeysTokensAreNoLongerGenuine() {
        assertThat(reads(REMOVED, written(BEFORE))).isFalse();
        assertThat(reads(REMOVED, written(SIGNING))).isTrue();
    }

    @Test
    void aRingIsNeverChangedInPlace() {
        assertThat(BEFORE.keys()).containsExactly(OLD);
        assertThat(ADDED.signing()).isEqualTo(OLD_KEY);
        assertThat(SIGNING.key(OLD_KEY)).contains(OLD);
    }

    @Test
    void anIdThatIsInUseIsRefused() {
        MacKey sameId = MacKey.random(OLD_KEY, new SplittableRandom(3));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BEFORE.add(sameId))
                .withMessage("key 1 is in use");
    }

    @Test
    void aKeyThatIsNotThereCannotSign() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BEFORE.signWith(NEW_KEY))
                .withMessage("there is no key 3");
    }

    @Test
    void theKeyThatSignsCannotBeRemoved() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ADDED.remove(OLD_KEY))
                .withMessage("key 1 signs; let another sign first");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 16, 17, Integer.MAX_VALUE})
    void aKeyIdIsFourBits(int value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyId(value));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33, 64})
    void aKeyHas32Bytes(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MacKey(KEY, new byte[length]));
    }

    @Test
    void aKeyIsReadBackFromItsBytes() {
        MacKey again = new MacKey(OLD_KEY, OLD.reveal());

        assertThat(reads(KeyRing.of(again), written(BEFORE))).isTrue();
    }

    /** G1: neither a ring nor a key shows its secret. */
    @Test
    void keysPrintTheirIdsAlone() {
        assertThat(SIGNING).hasToString("KeyRing[1, 3] signing 3");
        assertThat(OLD).hasToString("MacKey[1, ***]");
    }

    private static String written(KeyRing keys) {
        Active state = new Active(1, new Issue(keys.signing(), NOON), Optional.empty());
        return codec(keys).pair(Example.ID, state).accessToken();
    }

    private static boolean reads(KeyRing keys, String token) {
        return codec(keys).decode(token).isPresent();
    }

    private static TokenCodec codec(KeyRing keys) {
        return new TokenCodec(keys, TokenPrefixes.NOTION);
    }
}
