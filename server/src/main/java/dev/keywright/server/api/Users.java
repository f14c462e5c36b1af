package dev.keywright.server.api;

import dev.keywright.protocol.BotUser;
import dev.keywright.protocol.OtherBot;
import dev.keywright.protocol.Owner;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonUser;
import dev.keywright.protocol.WireBody;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.Directory;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.Workspace;
import java.util.Optional;

/** User objects, as one bot may see them. */
final class Users {
    private final Store store;

    Users(Store store) {
        this.store = store;
    }

    /** The bot itself. */
    WireBody self(Caller caller) {
        Bot bot = caller.bot();
        Connection connection = caller.connection();
        Workspace workspace = caller.workspace();
        Owner owner = connection.internalTo().isPresent()
                ? new Owner.Workspace()
                : new Owner.User(caller.person(), bot.capabilities().people());
        return new BotUser(
                bot.id(), connection.name(), connection.icon(), owner, Optional.of(workspace.name()), workspace.id());
    }

    /** Someone in the bot's workspace. */
    WireBody of(Caller caller, Directory.Entry entry) {
        return switch (entry) {
            case Directory.Entry.Member(Person person) ->
                new PersonUser(person, caller.bot().capabilities().people());
            case Directory.Entry.Acting acting
            when acting.bot().equals(caller.bot().id()) -> self(caller);
            case Directory.Entry.Acting acting -> {
                Optional<Connection> connection = store.connection(acting.client());
                yield new OtherBot(
                        acting.bot(),
                        connection.map(Connection::name).orElse(""),
                        connection.flatMap(Connection::icon));
            }
        };
    }
}
