package dev.keywright.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the settings guide is the catalogue. */
class SettingsDocumentationTest {
    private static final String NOT_HERE = "–";

    /** The cells of each row that is about a setting. */
    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(Path.of("../docs/settings.md")).stream()
                .filter(line -> line.startsWith("| `--"))
                .map(line -> Stream.of(line.split(" *\\| *", -1))
                        .skip(1)
                        .map(cell -> cell.replace("`", ""))
                        .toList())
                .toList();
    }

    private static Stream<Setting<?>> settings() {
        return Catalogue.all().stream();
    }

    @Test
    void aSettingHasARowAndARowASetting() throws Exception {
        assertThat(rows())
                .extracting(List::getFirst)
                .containsExactlyInAnyOrderElementsOf(
                        settings().map(Setting::flag).toList());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aRowHasVariableFieldAndDefaultsOfItsSetting(Setting<?> setting) throws Exception {
        List<String> row = rows().stream()
                .filter(cells -> cells.getFirst().equals(setting.flag()))
                .findFirst()
                .orElseThrow();

        assertThat(row.get(1)).isEqualTo(setting.variable());
        assertThat(row.get(2)).isIn(setting.name(), NOT_HERE);
        assertThat(row.get(3)).isEqualTo(byDefault(setting, Command.EMULATE));
        assertThat(row.get(4)).isEqualTo(byDefault(setting, Command.SERVE));
    }

    private static String byDefault(Setting<?> setting, Command command) {
        return setting.isFor(command) ? setting.defaultFor(command).orElse("none") : NOT_HERE;
    }
}
