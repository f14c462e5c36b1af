package dev.keywright.server.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads settings in tests. */
final class Reading {
    private Reading() {}

    static Settings settings(Command command, Map<String, String> flags, Map<String, String> environment) {
        return understood(command, flags, environment).settings();
    }

    static List<String> listing(Command command, Map<String, String> flags, Map<String, String> environment) {
        return understood(command, flags, environment).inForce().stream()
                .map(row -> row.setting().name() + " = " + row.value().orElse("none") + " ("
                        + row.source().words() + ")")
                .toList();
    }

    static String refusal(Command command, Map<String, String> flags, Map<String, String> environment) {
        return switch (read(command, flags, environment)) {
            case SettingsReading.Understood understood -> throw new AssertionError("understood: " + understood);
            case SettingsReading.Refused(String sentence) -> sentence;
        };
    }

    private static SettingsReading.Understood understood(
            Command command, Map<String, String> flags, Map<String, String> environment) {
        return switch (read(command, flags, environment)) {
            case SettingsReading.Understood understood -> understood;
            case SettingsReading.Refused(String sentence) -> throw new AssertionError(sentence);
        };
    }

    private static SettingsReading read(Command command, Map<String, String> flags, Map<String, String> environment) {
        Map<Setting<?>, String> bySetting = new HashMap<>();
        flags.forEach((name, text) -> bySetting.put(
                Catalogue.all().stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .orElseThrow(),
                text));
        return SettingsReader.read(command, bySetting, environment);
    }
}
