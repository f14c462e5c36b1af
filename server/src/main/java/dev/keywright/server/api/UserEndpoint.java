package dev.keywright.server.api;

import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Subject;
import dev.keywright.server.description.WireUsers;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Store;

/** {@code GET /v1/users/{id}}: a member of the workspace, or a bot that acts in it. */
public final class UserEndpoint implements BearerAuthentication.Action {
    private final Store store;
    private final Users users;

    /** The endpoint over a store. */
    public UserEndpoint(Store store) {
        this.store = store;
        this.users = new Users(store);
    }

    @Override
    public Operation operation(String method) {
        return NamedObject.asked(
                        Operation.of(Subject.API, "One user", "A member of the workspace, or a bot that acts in it."),
                        "user")
                .answering(Reply.json(200, "The user.", WireUsers.foundUser()));
    }

    @Override
    public Answer answer(Request request, Caller caller) {
        return NamedObject.answer(
                request,
                caller,
                "user",
                id -> store.directory()
                        .find(caller.bot().installation().workspace(), id)
                        .map(entry -> users.of(caller, entry)));
    }
}
