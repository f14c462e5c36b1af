package dev.keywright.distribution.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A shell in a folder of its own, where {@code keywright} is the packaged program and commands are given names. What one
 * command sets the next one has; the first that fails ends it.
 */
final class Shell {
    private static final Pattern ERROR = Pattern.compile("\"(error|object)\": ?\"(error|invalid_[a-z]+|forbidden)\"");
    private static final long PATIENCE_MINUTES = 2;

    private final Path folder;
    private final Map<String, String> places;
    private final List<String> names = new ArrayList<>();
    private final StringBuilder script = new StringBuilder("set -eo pipefail\n");

    /**
     * A shell in this folder.
     *
     * @param places what commands name, and what is there in its place
     */
    Shell(Path folder, Map<String, String> places) throws IOException {
        this.folder = folder;
        this.places = new LinkedHashMap<>(places);
        for (String absolute : new String[] {"/backups", "/var/lib/keywright", "/etc/keywright"}) {
            Path there = folder.resolve(absolute.substring(1));
            Files.createDirectories(there.resolveSibling(""));
            this.places.put(absolute, there.toString());
        }
        try (InputStream launcher = Optional.ofNullable(Shell.class.getResourceAsStream("keywright"))
                .orElseThrow()) {
            Files.copy(launcher, folder.resolve("keywright"));
        }
        Files.setPosixFilePermissions(folder.resolve("keywright"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Writes a file that a command reads. */
    void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Adds commands, whose output goes by this name. */
    void add(String name, String commands) {
        names.add(name);
        script.append("exec >'out.%s' 2>'err.%s'\n%s\n".formatted(name, name, inPlace(commands)));
    }

    private String inPlace(String commands) {
        String replaced = commands;
        for (Map.Entry<String, String> place : places.entrySet()) {
            replaced = replaced.replace(place.getKey(), place.getValue());
        }
        return replaced;
    }

    /** Runs all of them; fails when one did. */
    void run() throws IOException, InterruptedException {
        file("script", script.toString());
        ProcessBuilder builder = new ProcessBuilder("bash", "script")
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.shell").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("PATH", folder + ":" + environment.getOrDefault("PATH", ""));
        environment.put("PROGRAM", System.getProperty("keywright.program"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("KEYWRIGHT_PORT", "0");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end: " + lastOutput());
        }
        if (process.exitValue() != 0) {
            throw new AssertionError("it ends with status " + process.exitValue() + ": " + lastOutput());
        }
    }

    /** All that was printed: the end of it is what failed. */
    private String lastOutput() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            for (String kind : List.of("out.", "err.")) {
                Path said = folder.resolve(kind + name);
                if (Files.exists(said)) {
                    all.append("\n").append(kind).append(name).append(": ").append(Files.readString(said));
                }
            }
        }
        return all.toString();
    }

    /** What the commands of this name printed. */
    String output(String name) throws IOException {
        return Files.readString(folder.resolve("out." + name));
    }

    /** Whether an answer in a text is an error of the server. */
    static boolean hasError(String output) {
        return ERROR.matcher(output).find();
    }
}
