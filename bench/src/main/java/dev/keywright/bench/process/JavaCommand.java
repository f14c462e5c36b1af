package dev.keywright.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes commands that run a class of this module, from the same jars and with the same JDK as this process. */
public final class JavaCommand {
    private JavaCommand() {}

    /** The java of this process's JDK. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The command of a main class. */
    public static List<String> of(Class<?> main, List<String> jvmFlags, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(jvmFlags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }
}
