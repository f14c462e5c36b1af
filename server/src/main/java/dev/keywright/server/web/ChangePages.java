package dev.keywright.server.web;

import dev.keywright.protocol.PageId;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.consent.Consents;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Shared;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.ShareablePage;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code POST /connections/{bot_id}/pages}: the buttons of the picker. Save shares exactly what is ticked, at once; every
 * other button shows another part of the tree with the same choice, which is nowhere kept before it is saved.
 */
public final class ChangePages implements FrontDoor.Action {
    private final OwnPages own;
    private final Store store;
    private final ErrorPages errors;
    private final AuditTrail audit;

    /** The action over the installations of a store. */
    public ChangePages(OwnPages own, Store store, ErrorPages errors, AuditTrail audit) {
        this.own = own;
        this.store = store;
        this.errors = errors;
        this.audit = audit;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn person, Form form) {
        return own.of(request, person, (installed, choice) -> {
            String go = form.text("go");
            if (go.equals("cancel")) {
                return Answer.seeOther(choice.path());
            }
            Optional<Set<PageId>> ticked = Picker.ticked(form);
            if (ticked.isEmpty() || ticked.get().size() > Consents.MOST_PAGES) {
                return errors.malformed(person, "pages: are not ids, or more than " + Consents.MOST_PAGES);
            }
            return go.equals("allow")
                    ? save(request, person, installed.bot(), choice, ticked.get())
                    : goOn(person, form, choice, ticked.get());
        });
    }

    private Answer save(Request request, Visitor.SignedIn person, Bot bot, Picker.Choice choice, Set<PageId> ticked) {
        return switch (store.installations().share(bot.id(), person.person().id(), ticked)) {
            case Shared.Now now -> {
                audit.record(
                        request.id(),
                        new AuditEvent.InstallationChanged(
                                bot.id(),
                                bot.installation().client(),
                                person.person().id(),
                                "pages shared: " + ticked.size()));
                yield Answer.seeOther(choice.path() + "?done=pages");
            }
            case Shared.NotInstalled gone -> errors.notFound(person);
            case Shared.NotTheirs not -> errors.malformed(person, "pages: the person may not share one of them");
        };
    }

    private Answer goOn(Visitor.SignedIn person, Form form, Picker.Choice choice, Set<PageId> ticked) {
        String go = form.text("go");
        if (go.equals("none")) {
            return own.show(person, choice, Form.empty(), Set.of());
        }
        if (go.equals("all")) {
            var top = store.pages().top(choice.viewer(), Optional.empty(), Consents.MOST_PAGES);
            return top.more()
                    ? own.show(person, choice, Form.of(Map.of("too-many", "")), ticked)
                    : own.show(
                            person,
                            choice,
                            Form.empty(),
                            top.pages().stream().map(ShareablePage::id).collect(Collectors.toSet()));
        }
        // Nothing is shown that the person may not see, whatever was sent.
        Set<PageId> theirs = new HashSet<>(store.pages().shareable(choice.viewer(), ticked));
        return own.show(person, choice, place(go, form), theirs);
    }

    /** Where the picker goes on: a level, its next part, or a search. */
    private static Form place(String go, Form form) {
        String page = go.substring(go.indexOf(':') + 1);
        return switch (go.substring(0, Math.max(go.indexOf(':'), 0))) {
            case "in" -> Form.of(Map.of("in", page));
            case "more" -> Form.of(Map.of("after", page, "in", form.text("in")));
            default -> go.equals("search") ? Form.of(Map.of("q", form.text("q"))) : Form.empty();
        };
    }
}
