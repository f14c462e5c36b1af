package dev.keywright.server.cli;

import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Setting;
import java.nio.file.Path;
import java.util.Map;

/** What somebody asked for on the command line. */
sealed interface Request {
    /** To be shown how it is used. */
    record Help(String text) implements Request {}

    /** To be told the version. */
    record Version() implements Request {}

    /** To start a server with these flags, which may be told to stop when standard input ends. */
    record Start(Command command, Map<Setting<?>, String> flags, boolean stopsWithStdin) implements Request {}

    /** To see the world that the emulator would start with. */
    record PrintWorld(Map<Setting<?>, String> flags) implements Request {}

    /** To be told whether a file is a world that the emulator would start with. */
    record CheckWorld(String file) implements Request {}

    /** To see the JSON Schema of world files. */
    record PrintWorldSchema() implements Request {}

    /** To see the settings that a command would start with. */
    record ListSettings(Command command, Map<Setting<?>, String> flags) implements Request {}

    /** To see or change the MAC keys of a folder. */
    record Keys(KeyAction action, Map<Setting<?>, String> flags) implements Request {}

    /** To have the data copied into a file. */
    record Backup(Path file, Map<Setting<?>, String> flags) implements Request {}

    /** To have such a file put into a data folder. */
    record Restore(Path file, Map<Setting<?>, String> flags) implements Request {}

    /** Something that cannot be understood. */
    record Wrong(String sentence) implements Request {}
}
