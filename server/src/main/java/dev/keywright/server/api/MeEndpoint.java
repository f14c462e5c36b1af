package dev.keywright.server.api;

import dev.keywright.protocol.BotUser;
import dev.keywright.protocol.Owner;
import dev.keywright.protocol.Person;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.Workspace;
import java.util.Optional;

/** {@code GET /v1/users/me}: the bot that the token acts as. Any good token may ask. */
public final class MeEndpoint implements BearerAuthentication.Action {
    private final Store store;

    /** The endpoint over a store. */
    public MeEndpoint(Store store) {
        this.store = store;
    }

    @Override
    public Answer answer(Request request, Bot bot) {
        Connection connection = store.connection(bot.installation().client()).orElseThrow();
        Workspace workspace = store.workspace(bot.installation().workspace()).orElseThrow();
        Owner owner = connection.internalTo().isPresent() ? new Owner.Workspace() : person(bot);
        return Answer.ok(
                request,
                new BotUser(
                        bot.id(),
                        connection.name(),
                        connection.icon(),
                        owner,
                        Optional.of(workspace.name()),
                        workspace.id()));
    }

    private Owner person(Bot bot) {
        Person person = store.person(bot.installation().person()).orElseThrow();
        return new Owner.User(person, bot.capabilities().people());
    }
}
