package dev.keywright.server.web;

import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Administration;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.templates.JteworkspacesGenerated;
import java.util.Optional;

/** {@code /workspaces}: all of them, and a form to add one. */
public final class WorkspacesPage implements FrontDoor.Page {
    /** Where it is. */
    public static final String PATH = "/workspaces";

    private final Store store;
    private final Administration administration;
    private final Pages pages;

    /** The page. */
    public WorkspacesPage(Store store, Administration administration, Pages pages) {
        this.store = store;
        this.administration = administration;
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return show(200, visitor, "", Optional.empty());
    }

    private Answer show(int status, Visitor.SignedIn visitor, String name, Optional<String> problem) {
        Frame frame = pages.frame("Workspaces", visitor, PATH);
        return pages.show(
                status,
                (output, interceptor) ->
                        JteworkspacesGenerated.render(output, interceptor, frame, store.workspaces(), name, problem));
    }

    /** Adds one, with the admin as its member. */
    public Answer add(Request request, Visitor.SignedIn visitor, Form form) {
        String name = form.text("name").strip();
        Optional<String> problem = Texts.nameProblem("a name", name);
        if (problem.isPresent()) {
            return show(422, visitor, name, problem);
        }
        Administration.By by =
                new Administration.By(request.id(), visitor.person().id());
        WorkspaceId workspace =
                administration.addWorkspace(by, name, visitor.person().id());
        return Answer.seeOther(PATH + "/" + workspace);
    }
}
