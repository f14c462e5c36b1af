package dev.keywright.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsLineUpAndFiguresKeepRight() {
        Table table = new Table("Loads", "traffic", "requests/s")
                .row("refresh", "9,876")
                .row("code exchange", "12,345");
        assertThat(table.markdown()).isEqualTo("""
                **Loads**

                | traffic       | requests/s |
                |---------------|-----------:|
                | refresh       |      9,876 |
                | code exchange |     12,345 |
                """);
    }

    @Test
    void barInACellIsEscaped() {
        assertThat(new Table("T", "a").row("x|y").markdown()).contains("| x\\|y |");
    }

    @Test
    void rowOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("T", "a", "b").row("only one"));
    }
}
