package dev.keywright.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresBlockTest {
    @Test
    void onlyTheBlockIsReplaced(@TempDir Path folder) throws IOException {
        Path readme = Files.writeString(
                folder.resolve("README.md"), "# Title\n<!-- figures -->\nold\n<!-- /figures -->\nrest\n");
        new FiguresBlock("figures").rewrite(readme, "new\n\ntable\n");
        assertThat(readme).hasContent("# Title\n<!-- figures -->\nnew\n\ntable\n<!-- /figures -->\nrest\n");
    }

    @Test
    void otherBlocksStayAsTheyAre() {
        String document = "<!-- figures -->\na\n<!-- /figures -->\n<!-- peers -->\nb\n<!-- /peers -->\n";
        assertThat(new FiguresBlock("peers").replaced(document, "c")).isEqualTo(document.replace('b', 'c'));
    }

    @Test
    void replacingTwiceIsReplacingOnce() {
        String once = new FiguresBlock("figures").replaced("<!-- figures --><!-- /figures -->", "x");
        assertThat(new FiguresBlock("figures").replaced(once, "x")).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no block",
                "<!-- figures --> without end",
                "<!-- /figures --><!-- figures -->",
                "<!-- figures --><!-- figures --><!-- /figures -->"
            })
    void documentWithoutOneBlockIsRefused(String document) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FiguresBlock("figures").replaced(document, "x"));
    }
}
