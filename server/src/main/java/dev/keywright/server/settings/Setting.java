package dev.keywright.server.settings;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One setting: its name, from which flag and environment variable follow, what it can hold, and its default for each
 * command that has it.
 */
public final class Setting<T> {
    private final String name;
    private final Kind<T> kind;
    private final String description;
    private final Map<Command, Optional<String>> defaults;

    private Setting(String name, Kind<T> kind, String description, Map<Command, Optional<String>> defaults) {
        this.name = name;
        this.kind = kind;
        this.description = description;
        this.defaults = defaults;
    }

    static <T> Setting<T> of(String name, Kind<T> kind, String description) {
        return new Setting<>(name, kind, description, Map.of());
    }

    /** This setting for one command more, under which it has no value until it is given one. */
    Setting<T> under(Command command) {
        return with(command, Optional.empty());
    }

    /** This setting for one command more, with its default there. */
    Setting<T> under(Command command, String byDefault) {
        return with(command, Optional.of(byDefault));
    }

    /** This setting for both commands, with one default. */
    Setting<T> everywhere(String byDefault) {
        return under(Command.EMULATE, byDefault).under(Command.SERVE, byDefault);
    }

    private Setting<T> with(Command command, Optional<String> byDefault) {
        Map<Command, Optional<String>> more = new EnumMap<>(Command.class);
        more.putAll(defaults);
        more.put(command, byDefault);
        return new Setting<>(name, kind, description, more);
    }

    /** Its name in the settings file and in messages: {@code public_url}. */
    public String name() {
        return name;
    }

    /** Its flag on the command line: {@code --public-url}. */
    public String flag() {
        return "--" + name.replace('_', '-');
    }

    /** Its environment variable: {@code KEYWRIGHT_PUBLIC_URL}. */
    public String variable() {
        return EnvironmentVariables.PREFIX + name.toUpperCase(Locale.ROOT);
    }

    /** What it is for, in one sentence without a full stop. */
    public String description() {
        return description;
    }

    /** What the help shows in place of a value. */
    public String placeholder() {
        return kind.placeholder();
    }

    /** Whether its flag alone, without a value, means true. */
    public boolean isSwitch() {
        return kind.reader().apply("true").filter(Boolean.TRUE::equals).isPresent();
    }

    /** Whether the settings file may have it as a list. */
    boolean isList() {
        return kind.isList();
    }

    /** Whether the command has it. */
    public boolean isFor(Command command) {
        return defaults.containsKey(command);
    }

    /** What it is when nobody gives it; empty when it then has no value. */
    public Optional<String> defaultFor(Command command) {
        return defaults.getOrDefault(command, Optional.empty());
    }

    Optional<T> read(String text) {
        return kind.reader().apply(text);
    }

    /** What of a text may be shown that was given for it: without a password. */
    String shown(String text) {
        return kind.shown().apply(text);
    }

    String expected() {
        return kind.expected();
    }

    @Override
    public String toString() {
        return name;
    }
}
