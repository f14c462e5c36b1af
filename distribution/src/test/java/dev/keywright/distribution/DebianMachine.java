package dev.keywright.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * This machine as it is, but without Java, for packages to be installed on: what they write to its folders is in memory, and
 * seen by those alone who are started on it. It has no systemd that runs, as a container has none.
 */
final class DebianMachine implements AutoCloseable {
    private static final String UNIT = "/usr/lib/systemd/system/keywright.service";
    private static final String MOUNTS = """
            mount -t tmpfs none "$0"
            for folder in usr etc var; do
              mkdir -p "$0/$folder/written" "$0/$folder/work"
              mount -t overlay none -o "lowerdir=/$folder,upperdir=$0/$folder/written,workdir=$0/$folder/work" "/$folder"
            done
            mkdir -p "$0/empty" /usr/lib/jvm
            mount --bind "$0/empty" /usr/lib/jvm
            """;

    private final MountNamespace namespace;

    private DebianMachine(MountNamespace namespace) {
        this.namespace = namespace;
    }

    /** A machine whose changes go over an empty folder. */
    static DebianMachine over(Path empty) throws IOException {
        return new DebianMachine(MountNamespace.withUsers(MOUNTS, empty.toString()));
    }

    /** How a command ended, and what it said. */
    record Ended(int status, String said) {}

    /** Runs a command as its administrator. */
    Ended run(String... command) throws IOException, InterruptedException {
        List<String> all = entry();
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private List<String> entry() {
        List<String> entry = new ArrayList<>(namespace.entry());
        entry.addAll(List.of("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"));
        return entry;
    }

    /** A file of it, as this process names it. */
    Path file(String absolute) {
        return namespace.path(absolute);
    }

    /** Starts the service as its unit says: as the unit's user, in the folders that systemd makes for it. */
    Program startService() throws IOException, InterruptedException {
        Map<String, String> unit = unit();
        String user = unit.getOrDefault("User", "root");
        for (String folder : unit.getOrDefault("StateDirectory", "").split(" ", -1)) {
            run(
                    "install",
                    "-d",
                    "-o",
                    user,
                    "-g",
                    user,
                    "-m",
                    unit.getOrDefault("StateDirectoryMode", ""),
                    "/var/lib/" + folder);
        }
        List<String> command =
                new ArrayList<>(List.of(unit.getOrDefault("ExecStart", "").split(" ", -1)));
        List<String> before = entry();
        before.addAll(List.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--no-new-privs"));
        before.addAll(List.of("sh", "-c", "umask " + unit.get("UMask") + " && exec \"$0\" \"$@\""));
        Path launcher = Path.of(command.removeFirst());
        command.addAll(List.of("--port", "0"));
        return Program.startFrom(launcher, before, command.toArray(String[]::new));
    }

    private Map<String, String> unit() {
        try (Stream<String> lines = Files.lines(file(UNIT))) {
            Map<String, String> unit = new TreeMap<>();
            lines.filter(line -> line.matches("[A-Za-z]+=.*")).forEach(line -> {
                String[] parts = line.split("=", 2);
                unit.put(parts[0], parts[1]);
            });
            return unit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        namespace.close();
    }
}
