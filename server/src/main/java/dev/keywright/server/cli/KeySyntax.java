package dev.keywright.server.cli;

import dev.keywright.protocol.Clip;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.cli.CommandSyntax.Operand;
import dev.keywright.server.settings.Catalogue;
import dev.keywright.server.settings.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.cli.Options;

/** The commands that rotate keys. */
final class KeySyntax {
    private KeySyntax() {}

    static CommandSyntax keys() {
        Map<String, Supplier<CommandSyntax>> commands = new LinkedHashMap<>();
        commands.put("list", () -> command("list", "Shows the keys, and which of them signs.", new KeyAction.Show()));
        commands.put("add", () -> command("add", "Makes one more key, which verifies only.", new KeyAction.Add()));
        commands.put("sign", () -> commandOfKey("sign", "Lets a key sign all new tokens.", KeyAction.Sign::new));
        commands.put(
                "remove",
                () -> commandOfKey(
                        "remove", "Removes a key: tokens that it signed are worth nothing.", KeyAction.Remove::new));
        return new CommandSyntax(
                "keywright keys",
                "Rotates the keys that tokens are made with: add one, let it sign, remove the one before.",
                Syntax.options(),
                Optional.empty(),
                commands,
                given -> new Request.Wrong(
                        "keys should be followed by list, add, sign or remove; see keywright keys --help"));
    }

    private static CommandSyntax command(String word, String description, KeyAction action) {
        return new CommandSyntax(
                "keywright keys " + word,
                description,
                options(),
                Optional.empty(),
                Map.of(),
                given -> new Request.Keys(action, Syntax.flags(given)));
    }

    private static CommandSyntax commandOfKey(String word, String description, Function<KeyId, KeyAction> action) {
        return new CommandSyntax(
                "keywright keys " + word,
                description,
                options(),
                Optional.of(new Operand("ID", "the key: a number from 0 to 15", true)),
                Map.of(),
                given -> {
                    String id = given.getArgList().getFirst();
                    return id.matches("[0-9]|1[0-5]")
                            ? new Request.Keys(action.apply(new KeyId(Integer.parseInt(id))), Syntax.flags(given))
                            : new Request.Wrong("the id of a key should be a number from 0 to 15, instead is \""
                                    + Clip.name(id) + '"');
                });
    }

    private static Options options() {
        return Syntax.options().addOption(Syntax.option(Catalogue.KEYS, List.of(Command.SERVE)));
    }
}
