package dev.keywright.testkit.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Starts an emulator in the way that is possible here: inside this JVM, or as a process. */
public final class Launch {
    /** What the server is written for. */
    private static final int JAVA = 25;

    private static final String HOME_PROPERTY = "keywright.home";
    private static final String HOME_VARIABLE = "KEYWRIGHT_HOME";

    private Launch() {}

    /**
     * Starts one; see {@link EmulatorLauncher#launch}.
     *
     * @param world the name of a world file, on the class path or else as a file
     * @throws EmulatorNotStartedException also when it is possible in neither way, and when there is no such world
     */
    public static RunningEmulator emulator(Optional<String> world, Map<String, String> settings) {
        EmulatorLauncher launcher = launcher(Runtime.version().feature(), home());
        if (world.isEmpty()) {
            return launcher.launch(settings);
        }
        try (WorldSource source = WorldSource.find(world.get())) {
            Map<String, String> all = new LinkedHashMap<>(settings);
            all.put("world", source.file().toString());
            return launcher.launch(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher for tests that run on a Java of this version, where the unpacked program is at {@code home}. */
    static EmulatorLauncher launcher(int java, Optional<Path> home) {
        // Looked for on no other: the classes of the launcher could not be loaded there.
        Optional<EmulatorLauncher> inProcess =
                java >= JAVA ? ServiceLoader.load(EmulatorLauncher.class).findFirst() : Optional.empty();
        return inProcess
                .or(() -> home.map(Program::new))
                .orElseThrow(() -> new EmulatorNotStartedException(whatIsMissing(java)));
    }

    private static String whatIsMissing(int java) {
        String program = HOME_VARIABLE + " or the system property " + HOME_PROPERTY
                + " to the folder of the unpacked program, the one with the script run in it";
        return java >= JAVA
                ? "there is no emulator to start: put dev.keywright:testkit-server on the class path that the tests run"
                        + " with, or set " + program
                : "these tests run on Java " + java + ", where the emulator is a process of its own: set " + program;
    }

    private static Optional<Path> home() {
        return Optional.ofNullable(System.getProperty(HOME_PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(HOME_VARIABLE)))
                .filter(home -> !home.isEmpty())
                .map(Path::of);
    }
}
