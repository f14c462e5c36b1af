package dev.keywright.server.api;

import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Subject;
import dev.keywright.server.description.WireUsers;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Store;

/** {@code GET /v1/users/me}: the bot that the token acts as. Any good token may ask. */
public final class MeEndpoint implements BearerAuthentication.Action {
    private final Users users;

    /** The endpoint over a store. */
    public MeEndpoint(Store store) {
        this.users = new Users(store);
    }

    @Override
    public Operation operation(String method) {
        return Operation.of(
                        Subject.API, "Who the token acts as", "The bot, and for whom it acts. Any good token may ask.")
                .answering(Reply.json(200, "The bot.", WireUsers.me()));
    }

    @Override
    public Answer answer(Request request, Caller caller) {
        return Answer.ok(request, users.self(caller));
    }
}
