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
        FiguresBlock.rewrite(readme, "new\n\ntable\n");
        assertThat(readme).hasContent("# Title\n<!-- figures -->\nnew\n\ntable\n<!-- /figures -->\nrest\n");
    }

    @Test
    void replacingTwiceIsReplacingOnce() {
        String once = FiguresBlock.replaced("<!-- figures --><!-- /figures -->", "x");
        assertThat(FiguresBlock.replaced(once, "x")).isEqualTo(once);
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
        assertThatIllegalArgumentException().isThrownBy(() -> FiguresBlock.replaced(document, "x"));
    }
}
