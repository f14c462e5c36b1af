package dev.keywright.server.web;

import dev.keywright.protocol.Person;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Administration;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.templates.JteworkspaceGenerated;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /workspaces/{workspace}}: its name, its members, its pages. */
public final class WorkspacePage implements FrontDoor.Page {
    /** Where it is. */
    public static final String PATH = WorkspacesPage.PATH + "/{workspace}";

    /** Where its forms go. */
    public static final String FORM = PATH + "/{part}";

    /** Whoever has more than this manages pages elsewhere. */
    private static final int MOST_PAGES = 500;

    private final Store store;
    private final Pages pages;
    private final ErrorPages errors;
    private final WorkspaceForms forms;

    /** The page. */
    public WorkspacePage(Store store, Administration administration, Pages pages, ErrorPages errors) {
        this.store = store;
        this.pages = pages;
        this.errors = errors;
        this.forms = new WorkspaceForms(store, administration);
    }

    /** A page of the workspace, and how deep below the top it is. */
    public record Row(Page page, int depth) {}

    /** What the template shows. */
    public record Shown(Workspace workspace, List<Person> members, List<Row> pages, boolean allPages) {}

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return workspace(request)
                .map(workspace -> show(200, visitor, workspace, Optional.empty()))
                .orElseGet(() -> errors.notFound(visitor));
    }

    /** Does what the form of one part of the page says. */
    public Answer act(Request request, Visitor.SignedIn visitor, Form form) {
        Optional<Workspace> workspace = workspace(request);
        if (workspace.isEmpty()) {
            return errors.notFound(visitor);
        }
        Administration.By by =
                new Administration.By(request.id(), visitor.person().id());
        return switch (forms.act(by, workspace.get(), request.captured("part"), form)) {
            case WorkspaceForms.Done.Here here ->
                Answer.seeOther(WorkspacesPage.PATH + "/" + workspace.get().id());
            case WorkspaceForms.Done.Gone gone -> Answer.seeOther(WorkspacesPage.PATH);
            case WorkspaceForms.Done.Not(String problem) -> show(422, visitor, workspace.get(), Optional.of(problem));
            case WorkspaceForms.Done.Unknown unknown -> errors.notFound(visitor);
        };
    }

    private Optional<Workspace> workspace(Request request) {
        try {
            return store.workspace(new WorkspaceId(UUID.fromString(request.captured("workspace"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Answer show(int status, Visitor.SignedIn visitor, Workspace workspace, Optional<String> problem) {
        List<Page> all = store.pages().first(workspace.id(), MOST_PAGES + 1);
        List<Row> rows = rows(all);
        List<Person> members = workspace.members().stream()
                .flatMap(id -> store.person(id).stream())
                .toList();
        Shown shown = new Shown(workspace, members, rows, rows.size() == all.size());
        Frame frame = pages.frame(workspace.name(), visitor, WorkspacesPage.PATH + "/x");
        return pages.show(
                status,
                (output, interceptor) -> JteworkspaceGenerated.render(output, interceptor, frame, shown, problem));
    }

    /** The pages, each after the one above it and before its own children's siblings; so many and no more. */
    private static List<Row> rows(List<Page> all) {
        Map<Object, List<Page>> below = new HashMap<>();
        List<Page> top = new ArrayList<>();
        for (Page page : all) {
            page.parent()
                    .map(parent -> below.computeIfAbsent(parent, id -> new ArrayList<>()))
                    .orElse(top)
                    .add(page);
        }
        List<Row> rows = new ArrayList<>();
        Deque<Row> open = new ArrayDeque<>();
        top.reversed().forEach(page -> open.push(new Row(page, 0)));
        while (!open.isEmpty() && rows.size() < MOST_PAGES) {
            Row row = open.pop();
            rows.add(row);
            below.getOrDefault(row.page().id(), List.of())
                    .reversed()
                    .forEach(page -> open.push(new Row(page, row.depth() + 1)));
        }
        return rows;
    }
}
