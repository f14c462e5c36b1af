package dev.keywright.bench.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The packaged server, started with the flags that its launcher gives it.
 *
 * @param folder what the distribution made
 * @param moreFlags flags of the JVM beside the shipped ones, for looking inside
 */
public record Program(Path folder, List<String> moreFlags) {
    /** The packaged server in a folder that has one. */
    public Program {
        folder = folder.toAbsolutePath();
        moreFlags = List.copyOf(moreFlags);
    }

    /** Whether a folder has a packaged server. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve("keywright.jar"));
    }

    /** The flags that are the same for every server on this JVM: heap and collector. */
    public List<String> sharedFlags() {
        return List.of("@" + folder.resolve("jvm-options"));
    }

    /** The flags beside those that {@code emulate} is started with: no optimizing compiler. */
    public List<String> emulateFlags() {
        return List.of("@" + folder.resolve("jvm-options-emulate"));
    }

    /** Whether it is shipped with an AOT cache. */
    public boolean hasAotCache() {
        return Files.exists(aotCache());
    }

    private Path aotCache() {
        return folder.resolve("keywright.aot");
    }

    /** The command line of the server with these arguments. */
    public List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(sharedFlags());
        if (arguments.length > 0 && arguments[0].equals("emulate")) {
            command.addAll(emulateFlags());
        }
        command.add("-Dorg.sqlite.lib.path=" + folder.resolve("native/org/sqlite/native/" + platform()));
        if (hasAotCache()) {
            command.add("-XX:AOTCache=" + aotCache());
        }
        command.addAll(moreFlags);
        command.add("-jar");
        command.add(folder.resolve("keywright.jar").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** An archive brings a runtime beside the program; what was only built runs on the JDK that runs this. */
    private String java() {
        Path own = folder.resolveSibling("runtime").resolve("bin").resolve("java");
        return Files.exists(own) ? own.toString() : JavaCommand.java();
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "Mac" : "Linux";
        String architecture = System.getProperty("os.arch");
        return system + "/" + (architecture.equals("amd64") ? "x86_64" : architecture);
    }
}
