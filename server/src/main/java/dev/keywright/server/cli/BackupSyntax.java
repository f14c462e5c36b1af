package dev.keywright.server.cli;

import dev.keywright.protocol.Clip;
import dev.keywright.server.cli.CommandSyntax.Operand;
import dev.keywright.server.settings.Catalogue;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Setting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** The commands that copy data out of its folder and back. */
final class BackupSyntax {
    private BackupSyntax() {}

    static CommandSyntax backup() {
        return new CommandSyntax(
                "keywright backup",
                "Copies the data of serve into one file, while it runs or not. Keys are not in it.",
                options(),
                Optional.of(new Operand("FILE", "the file to write, which is not there yet", true)),
                Map.of(),
                given -> request(given, Request.Backup::new));
    }

    static CommandSyntax restore() {
        return new CommandSyntax(
                "keywright restore",
                "Puts a backup into a data folder that has no database, and lets a new key sign.",
                options(),
                Optional.of(new Operand("FILE", "what keywright backup wrote", true)),
                Map.of(),
                given -> request(given, Request.Restore::new));
    }

    private static Request request(CommandLine given, BiFunction<Path, Map<Setting<?>, String>, Request> asked) {
        String file = given.getArgList().getFirst();
        try {
            return asked.apply(Path.of(file), Syntax.flags(given));
        } catch (InvalidPathException e) {
            return new Request.Wrong("FILE should be the path of a file, instead is \"" + Clip.name(file) + '"');
        }
    }

    private static Options options() {
        Options options = Syntax.options();
        for (Setting<?> setting : List.of(Catalogue.CONFIG, Catalogue.DATA, Catalogue.DATABASE, Catalogue.KEYS)) {
            options.addOption(Syntax.option(setting, List.of(Command.SERVE)));
        }
        return options;
    }
}
