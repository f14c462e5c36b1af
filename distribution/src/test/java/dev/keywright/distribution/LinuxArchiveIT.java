package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.store.Store;
import dev.keywright.server.store.postgres.Address;
import dev.keywright.server.store.postgres.PostgresStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive that brings its own Java, on a machine that has none. */
@EnabledIfSystemProperty(named = Archives.PROPERTY, matches = ".+", disabledReason = Archives.NOT_MADE)
class LinuxArchiveIT {
    private static final List<String> WITHOUT_JAVA = MachineWithoutJava.entry(Map.of());

    @TempDir
    static Path installed;

    @TempDir
    Path temporary;

    @BeforeAll
    static void unpack() throws Exception {
        Archives.unpack("-linux-x64.tar.gz", installed.resolve("keywright"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "emulate"})
    void itExchangesACodeAndStopsWhereNoJavaIs(String command) throws Exception {
        // given a link to its launcher, as in a folder of PATH
        Path link = Files.createSymbolicLink(installed.resolve(command), Path.of("keywright/bin/keywright"));
        String data = temporary.resolve("data").toString();
        String code = Seeds.plant(temporary.resolve("data"), 1).getFirst();

        // when
        try (Program program = Program.startFrom(
                        link,
                        WITHOUT_JAVA,
                        command,
                        "--port",
                        "0",
                        "--data",
                        data,
                        "--keys",
                        temporary.resolve("keys").toString());
                App app = new App(program.url())) {
            App.Reply reply = app.exchange(code);

            // then
            assertThat(reply.ok()).as(reply.body()).isTrue();
            assertThat(app.me(reply.pair().access()).status()).isEqualTo(200);
            assertThat(program.terminate()).isZero();
        }
    }

    /** What the runtime was cut down by is missed by none of these. */
    @Test
    void itHasTheModulesForPostgresqlMetricsTracesAndRecords() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start()) {
            // given
            String database = "postgresql://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/postgres";
            String code = plant(postgres.getPort());

            // when
            try (Program program = Program.startFrom(
                            installed.resolve("keywright/bin/keywright"),
                            WITHOUT_JAVA,
                            "serve",
                            "--port",
                            "0",
                            "--database",
                            database,
                            "--keys",
                            temporary.resolve("keys").toString(),
                            "--metrics",
                            "127.0.0.1:0",
                            "--otlp-endpoint",
                            "http://127.0.0.1:9",
                            "--log-format",
                            "json",
                            "--audit-log",
                            temporary.resolve("audit").toString());
                    App app = new App(program.url())) {
                App.Reply reply = app.exchange(code);

                // then
                assertThat(reply.ok()).as(reply.body()).isTrue();
                assertThat(program.terminate()).isZero();
                assertThat(program.err()).doesNotContain("NoClassDefFoundError", "ClassNotFoundException");
                assertThat(temporary.resolve("audit")).isNotEmptyFile();
            }
        }
    }

    private static String plant(int port) {
        Address address = new Address(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", Optional.of("postgres"), Optional.empty());
        try (Store store = PostgresStore.open(address, new SecureRandom())) {
            store.fill(Seeds.world(1));
            return Seeds.plant(store, Seeds.installations(store).getFirst(), 1).getFirst();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "emulate"})
    void itStartsFromTheCacheItBrings(String command) throws Exception {
        // A JVM that is told so refuses to start without a cache that it can use.
        List<String> entry = MachineWithoutJava.entry(Map.of("KEYWRIGHT_JVM_OPTIONS", "-XX:AOTMode=on"));

        Program.Ended ended = Program.runFrom(installed.resolve("keywright/bin/keywright"), entry, command, "--help");

        assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
        assertThat(installed.resolve("keywright/program/keywright.aot")).exists();
    }
}
