package dev.keywright.testkit.launch;

import java.util.Map;

/**
 * Starts emulators inside this JVM. An implementation is found by {@link java.util.ServiceLoader}, and loaded only on Java
 * 25 or later.
 */
public interface EmulatorLauncher {
    /**
     * Starts one on a free port; when this returns it answers.
     *
     * @param settings by the names that the settings of {@code keywright emulate} have: {@code seed}, {@code world}
     * @throws EmulatorNotStartedException with the server's own sentence, when a setting or what it names is wrong
     */
    RunningEmulator launch(Map<String, String> settings);
}
