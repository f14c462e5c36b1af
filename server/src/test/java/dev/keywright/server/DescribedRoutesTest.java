package dev.keywright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.Routes;
import dev.keywright.server.settings.Catalogue;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Setting;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.settings.SettingsReader;
import dev.keywright.server.settings.SettingsReading;
import dev.keywright.server.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every route says what it takes and answers, unless it is a page that people see. */
class DescribedRoutesTest {
    @ParameterizedTest
    @EnumSource
    void aRouteWithoutADescriptionIsAPage(Command command, @TempDir Path folder) throws Exception {
        // given
        Settings settings = settings(command, folder);

        // when
        List<Routes.Route> undescribed = routes(settings)
                .routes()
                .filter(route -> !(route.endpoint() instanceof ApiEndpoint))
                .toList();

        // then
        assertThat(undescribed)
                .hasSizeGreaterThan(10)
                .allSatisfy(route -> assertThat(route.endpoint().getClass().getPackageName())
                        .startsWith("dev.keywright.server.web"));
    }

    private static Settings settings(Command command, Path folder) {
        Map<String, String> given = Map.of(
                "port",
                "0",
                "data",
                folder.resolve("data").toString(),
                "keys",
                folder.resolve("keys").toString());
        Map<Setting<?>, String> flags = Catalogue.all().stream()
                .filter(setting -> given.containsKey(setting.name()))
                .collect(Collectors.toMap(Function.identity(), setting -> given.getOrDefault(setting.name(), "")));
        return switch (SettingsReader.read(command, flags, Map.of())) {
            case SettingsReading.Understood(var settings, var inForce) -> settings;
            case SettingsReading.Refused(String sentence) -> throw new AssertionError(sentence);
        };
    }

    private static Routes routes(Settings settings) throws Exception {
        PrintStream terminal = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Surroundings surroundings = Surroundings.of(settings, terminal);
        StartingData data = StartingData.open(settings, surroundings);
        try (Store store = data.storage().store()) {
            Tokens tokens = Tokens.of(settings, data.keys(), store, surroundings.clock());
            Optional<Emulation> emulation = Emulation.of(surroundings, store, tokens, () -> {});
            return new Routing(settings, surroundings, store, tokens, emulation, () -> false)
                    .routes("http://localhost");
        } finally {
            surroundings.close();
        }
    }
}
