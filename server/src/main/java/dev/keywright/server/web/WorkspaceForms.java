package dev.keywright.server.web;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.identity.Administration;
import dev.keywright.server.store.Account;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.Workspace;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What the forms of a workspace's page do, by the last segment of their path. */
final class WorkspaceForms {
    private static final String TITLE = "a title";

    private final Store store;
    private final Administration administration;

    WorkspaceForms(Store store, Administration administration) {
        this.store = store;
        this.administration = administration;
    }

    /** What came of a form. */
    sealed interface Done {
        /** Done; the workspace is there. */
        record Here() implements Done {}

        /** Done; the workspace is no more. */
        record Gone() implements Done {}

        /** Not done, and why. */
        record Not(String problem) implements Done {}

        /** There is no such form. */
        record Unknown() implements Done {}
    }

    Done act(Administration.By by, Workspace workspace, String part, Form form) {
        return switch (part) {
            case "name" -> rename(by, workspace, form.text("name").strip());
            case "members" -> addMember(by, workspace, form.text("email").strip());
            case "leave" -> removeMember(by, workspace, form.text("person"));
            case "pages" -> addPage(workspace, form);
            case "titles" -> renamePage(workspace, form);
            case "delete" -> delete(by, workspace, form.text("name").strip());
            default -> new Done.Unknown();
        };
    }

    private Done rename(Administration.By by, Workspace workspace, String name) {
        Optional<String> problem = Texts.nameProblem("a name", name);
        if (problem.isEmpty()) {
            administration.renameWorkspace(by, workspace.id(), name);
        }
        return done(problem);
    }

    private Done addMember(Administration.By by, Workspace workspace, String email) {
        Optional<PersonId> person =
                store.people().byEmail(email).map(Account::person).map(known -> known.id());
        person.ifPresent(id -> administration.addMember(by, workspace.id(), id));
        return done(
                person.isPresent()
                        ? Optional.empty()
                        : Optional.of("Nobody here has this email. Add the person on the page People first."));
    }

    private Done removeMember(Administration.By by, Workspace workspace, String person) {
        Optional<PersonId> member = id(person, PersonId::new).filter(workspace.members()::contains);
        member.ifPresent(id -> administration.removeMember(by, workspace.id(), id));
        return new Done.Here();
    }

    private Done addPage(Workspace workspace, Form form) {
        String title = form.text("title").strip();
        Optional<String> problem = Texts.nameProblem(TITLE, title);
        if (problem.isEmpty()) {
            administration.addPage(workspace.id(), id(form.text("parent"), PageId::new), title);
        }
        return done(problem);
    }

    private Done renamePage(Workspace workspace, Form form) {
        String title = form.text("title").strip();
        Optional<String> problem = Texts.nameProblem(TITLE, title);
        if (problem.isEmpty()) {
            id(form.text("page"), PageId::new)
                    .ifPresent(page -> administration.renamePage(workspace.id(), page, title));
        }
        return done(problem);
    }

    private Done delete(Administration.By by, Workspace workspace, String typed) {
        if (!typed.equals(workspace.name())) {
            return new Done.Not("Type the name of the workspace, exactly, to delete it.");
        }
        administration.deleteWorkspace(by, workspace.id());
        return new Done.Gone();
    }

    private static Done done(Optional<String> problem) {
        return problem.<Done>map(Done.Not::new).orElseGet(Done.Here::new);
    }

    private static <T> Optional<T> id(String text, Function<UUID, T> type) {
        try {
            return Optional.of(type.apply(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
