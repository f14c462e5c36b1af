package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package, installed on a machine without Java by the dpkg of that machine. */
@EnabledIfSystemProperty(named = Archives.PROPERTY, matches = ".+", disabledReason = Archives.NOT_MADE)
class DebianPackageIT {
    private static final Path PACKAGE = Path.of(System.getProperty("keywright.debian", ""));
    private static final String SETTINGS = "/etc/keywright/keywright.yaml";

    @TempDir
    Path temporary;

    private DebianMachine machine;

    @BeforeEach
    void installIt() throws Exception {
        machine = DebianMachine.over(Files.createDirectory(temporary.resolve("machine")));
        install(PACKAGE);
    }

    @AfterEach
    void leaveNothing() {
        machine.close();
    }

    private void install(Path made) throws Exception {
        succeed("dpkg", "--install", made.toString());
    }

    private String succeed(String... command) throws Exception {
        DebianMachine.Ended ended = machine.run(command);
        assertThat(ended.status()).as(ended.said()).isZero();
        return ended.said();
    }

    @Test
    void theServiceRunsAsItsOwnUserAndKeepsDataAndKeysToItself() throws Exception {
        try (Program service = machine.startService();
                App app = new App(service.url())) {
            assertThat(app.me("nobodys").status()).isEqualTo(401);
            assertThat(succeed("stat", "-c", "%U %a", "/var/lib/keywright/keywright.db", "/var/lib/keywright-keys"))
                    .isEqualTo("keywright 600\nkeywright 700\n");
            assertThat(service.terminate()).isZero();
        }
    }

    @Test
    void itsSettingsAreReadByItsUserAndByNobodyElse() throws Exception {
        assertThat(succeed("stat", "-c", "%U %G %a", SETTINGS)).isEqualTo("root keywright 640\n");
    }

    @Test
    void systemdFindsNothingWrongWithTheUnitAndLittleOpen() throws Exception {
        succeed("systemd-analyze", "verify", "--man=no", "keywright.service");
        // Tenths of systemd's scale from 0 to 10.
        succeed("systemd-analyze", "security", "--offline=true", "--threshold=20", "keywright.service");
    }

    @Test
    void anUpgradeLeavesTheSettingsAndTheData() throws Exception {
        // given a service with settings of its own, which has run
        machine.startService().close();
        Files.writeString(machine.file(SETTINGS), "rotation_grace: PT2M\n", StandardOpenOption.APPEND);
        String key = succeed("sha256sum", "/var/lib/keywright-keys/mac-keys");

        // when
        install(newer());

        // then
        assertThat(succeed("dpkg-query", "--show", "keywright")).isEqualTo("keywright\t9999\n");
        assertThat(succeed("keywright", "config", "serve", "--config", SETTINGS))
                .contains("PT2M");
        assertThat(succeed("stat", "-c", "%U %G %a", SETTINGS)).isEqualTo("root keywright 640\n");
        machine.startService().close();
        assertThat(succeed("sha256sum", "/var/lib/keywright-keys/mac-keys")).isEqualTo(key);
    }

    /** The same files under a later version. */
    private Path newer() throws Exception {
        Path unpacked = temporary.resolve("unpacked");
        Path made = temporary.resolve("newer.deb");
        succeed("dpkg-deb", "--raw-extract", PACKAGE.toString(), unpacked.toString());
        Path control = unpacked.resolve("DEBIAN/control");
        Files.writeString(control, Files.readString(control).replaceFirst("(?m)^Version: .*$", "Version: 9999"));
        succeed("dpkg-deb", "-Znone", "--root-owner-group", "--build", unpacked.toString(), made.toString());
        return made;
    }

    @Test
    void whoRemovesItKeepsTheDataAndTheKeysEvenWhenPurging() throws Exception {
        // given
        machine.startService().close();

        // when
        succeed("dpkg", "--remove", "keywright");

        // then
        assertThat(machine.file("/usr/lib/keywright")).doesNotExist();
        assertThat(machine.file("/usr/bin/keywright")).doesNotExist();
        assertThat(machine.file(SETTINGS)).exists();

        // when
        String said = succeed("dpkg", "--purge", "keywright");

        // then
        assertThat(said).contains("/var/lib/keywright is left", "/var/lib/keywright-keys is left");
        assertThat(machine.file(SETTINGS)).doesNotExist();
        assertThat(machine.file("/var/lib/keywright/keywright.db")).exists();
        assertThat(machine.file("/var/lib/keywright-keys")).isNotEmptyDirectory();
    }
}
