package dev.keywright.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTitleTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "case, RUNBOOKS, runbooks",
        "accents, Résumé, resume",
        "accents put together, Re\u0301sume\u0301, resume",
        "sharp s, Straße, STRASSE",
        "sigma at the end of a word, ΟΔΟΣ, οδοσ",
        "the Turkish dot, İstanbul, istanbul",
        "a ligature, oﬃce, office",
        "full width, ＮＯＴＥＳ, notes",
        "spaces, 'a \t\u00a0  b', a b",
        "spaces around, '  a ', a",
        "direction, 'a\u202eb\u2066c', abc",
        "what cannot be seen, 'a\u200bb\u00adc\u0000', abc",
    })
    void lookAlikesFoldToOneText(String what, String one, String other) {
        assertThat(FoldedTitle.of(one)).as(what).isEqualTo(FoldedTitle.of(other));
    }

    @Test
    void lettersOfOtherScriptsStayAsTheyAre() {
        assertThat(FoldedTitle.of("設計 \uD83D\uDEB2 план").text()).isEqualTo("設計 \uD83D\uDEB2 план");
    }

    @Test
    void ofAVeryLongTitleTheBeginningIsCompared() {
        assertThat(FoldedTitle.of("é".repeat(100_000)).text()).isEqualTo("e".repeat(300));
    }

    @Test
    void nothingToCompareIsEmpty() {
        assertThat(FoldedTitle.of(" \u200b ").isEmpty()).isTrue();
        assertThat(FoldedTitle.of("a").isEmpty()).isFalse();
    }
}
