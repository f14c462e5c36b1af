package dev.keywright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPrefixes;
import dev.keywright.server.bearer.TokenInspection;
import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.Routes;
import dev.keywright.server.settings.Catalogue;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Setting;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.settings.SettingsReader;
import dev.keywright.server.settings.SettingsReading;
import dev.keywright.server.store.RateLimits;
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
            TokenCodec codec = new TokenCodec(
                    data.keys(), new TokenPrefixes(settings.accessTokenPrefix(), settings.refreshTokenPrefix()));
            TokenInspection tokens =
                    new TokenInspection(store, codec, AuthorizationPolicy.DEFAULT, surroundings.clock());
            String url = "http://localhost";
            ApiRoutes api = new ApiRoutes(
                    surroundings,
                    store,
                    codec,
                    AuthorizationPolicy.DEFAULT,
                    tokens,
                    new RateLimits(Optional.empty(), Optional.empty()),
                    settings.dialect(),
                    url);
            RouteTable table = new RouteTable(
                    surroundings, store, codec, AuthorizationPolicy.DEFAULT, api, settings.dialect(), url, () -> false);
            Optional<Emulation> emulation = Emulation.of(surroundings, store, codec, tokens, () -> {});
            return emulation
                    .map(emulator -> table.withControls(table.production(), emulator))
                    .orElseGet(() -> table.withForwardAuth(table.production()));
        } finally {
            surroundings.close();
        }
    }
}
