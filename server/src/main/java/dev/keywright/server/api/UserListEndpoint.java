package dev.keywright.server.api;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.ListResponse;
import dev.keywright.protocol.Paging;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Subject;
import dev.keywright.server.description.WireUsers;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Directory;
import dev.keywright.server.store.Store;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/users}: the members of the workspace, and the bots that act in it. */
public final class UserListEndpoint implements BearerAuthentication.Action {
    private final Store store;
    private final Users users;

    /** The endpoint over a store. */
    public UserListEndpoint(Store store) {
        this.store = store;
        this.users = new Users(store);
    }

    @Override
    public Operation operation(String method) {
        return Part.asked(Operation.of(
                        Subject.API, "Lists users", "The members of the workspace, and the bots that act in it."))
                .answering(Reply.json(
                        200,
                        "A part of the list.",
                        Part.schema(WireUsers.user(), "user").named("UserList")));
    }

    @Override
    public Answer answer(Request request, Caller caller) {
        return switch (Paging.ofQuery(request.queryParameters())) {
            case Paging.Read.Refused(ApiError error) -> Answer.refused(request, error, error.message());
            case Paging.Read.Understood(Paging paging) -> list(request, caller, paging);
        };
    }

    private Answer list(Request request, Caller caller, Paging paging) {
        Optional<List<Directory.Entry>> found = store.directory()
                .list(caller.bot().installation().workspace(), paging.startCursor(), paging.pageSize() + 1);
        if (found.isEmpty()) {
            return Part.unknownCursor(request, paging);
        }
        Part<Directory.Entry> part = Part.of(found.get(), paging, Directory.Entry::id);
        return Answer.ok(
                request,
                ListResponse.ofUsers(
                        part.entries().stream()
                                .map(entry -> users.of(caller, entry))
                                .toList(),
                        part.next()));
    }
}
