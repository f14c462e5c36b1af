package dev.keywright.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords as they are kept, and which new ones are taken. */
class PasswordHashTest {
    private static final String PASSWORD = "three words in a row";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Made with the reference implementation, {@code argon2 somesalt -id -t 2 -k 256 -p 1}, as its tests have it. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    @Test
    void theHashOfTheReferenceImplementationIsUnderstoodAndIsTooWeakToStay() {
        PasswordHash hash = PasswordHash.parse(REFERENCE).orElseThrow();

        assertThat(hash.matches("password")).isTrue();
        assertThat(hash.matches("Password")).isFalse();
        assertThat(hash.isWeak()).isTrue();
        assertThat(hash.phc()).isEqualTo(REFERENCE);
    }

    @Test
    void aNewHashHasTheParametersThatOwaspRecommendsAndASaltOfItsOwn() {
        PasswordHash hash = PasswordHash.of(PASSWORD, RANDOM);

        assertThat(hash.phc()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hash.isWeak()).isFalse();
        assertThat(PasswordHash.parse(hash.phc()).orElseThrow().matches(PASSWORD))
                .isTrue();
        assertThat(PasswordHash.of(PASSWORD, RANDOM).phc()).isNotEqualTo(hash.phc());
        assertThat(hash.toString()).isEqualTo("***");
    }

    @Test
    void twoWaysToTypeTheSameLetterAreTheSamePassword() {
        PasswordHash composed = PasswordHash.of("caf\u00e9 caf\u00e9 caf\u00e9", RANDOM);

        assertThat(composed.matches("cafe\u0301 cafe\u0301 cafe\u0301")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$2b$12$abcdefghijklmnopqrstuv",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR"
            })
    void whatIsNoHashOfOursIsNone(String phc) {
        assertThat(PasswordHash.parse(phc)).isEmpty();
        assertThat(new Passwords(RANDOM).check(phc, Optional.of(phc))).isInstanceOf(Passwords.Checked.Wrong.class);
    }

    @Test
    void aWeakHashIsReplacedWhenThePasswordIsRight() {
        Passwords passwords = new Passwords(RANDOM);

        assertThat(passwords.check("password", Optional.of(REFERENCE)))
                .isInstanceOfSatisfying(Passwords.Checked.Right.class, right -> {
                    assertThat(right.better()).hasValueSatisfying(better -> {
                        assertThat(better).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
                        assertThat(passwords.check("password", Optional.of(better)))
                                .isEqualTo(new Passwords.Checked.Right(Optional.empty()));
                    });
                });
        assertThat(passwords.check("passwort", Optional.of(REFERENCE))).isInstanceOf(Passwords.Checked.Wrong.class);
        assertThat(passwords.check("password", Optional.empty())).isInstanceOf(Passwords.Checked.Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eleven char",
                "passwordpassword",
                "PASSWORD1234",
                "aaaaaaaaaaaaaaa",
                "ada@example.com",
                "my keywright password"
            })
    void whatIsShortOrCommonIsNotTaken(String password) {
        assertThat(PasswordRules.complaint(password, "Ada@example.com")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three words in a row",
                "            x y z",
                "\uD83D\uDEB2\uD83D\uDD11 bicycle key",
                "only-lower-case"
            })
    void whatIsLongIsTakenWhateverItIsMadeOf(String password) {
        assertThat(PasswordRules.complaint(password, "ada@example.com")).isEmpty();
    }

    @Test
    void whatWouldTakeTooLongToHashIsNotTaken() {
        assertThat(PasswordRules.complaint("abcdefgh".repeat(33), "ada@example.com"))
                .isPresent();
    }
}
