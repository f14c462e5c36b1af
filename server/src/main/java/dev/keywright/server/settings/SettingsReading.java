package dev.keywright.server.settings;

import java.util.List;
import java.util.Optional;

/** What came of reading the settings. */
public sealed interface SettingsReading {
    /** They are fit to start with; {@code inForce} lists each setting of the command once. */
    record Understood(Settings settings, List<InForce> inForce) implements SettingsReading {
        public Understood {
            inForce = List.copyOf(inForce);
        }
    }

    /** They are not; {@code sentence} names setting, source and what would be right, in one line. */
    record Refused(String sentence) implements SettingsReading {}

    /**
     * One setting, and where its value came from.
     *
     * @param value as it was given, without a password; absent when it has none
     */
    record InForce(Setting<?> setting, Optional<String> value, Source source) {}
}
