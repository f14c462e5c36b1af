package dev.keywright.server.web;

import dev.keywright.protocol.FormText;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.consent.Consents;
import dev.keywright.server.consent.Question;
import dev.keywright.server.consent.Questions;
import dev.keywright.server.consent.Sharing;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.ShareablePage;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * {@code POST /install-integration/{question}/pages}: the buttons of the page picker. Every button brings the whole choice
 * along, which the server keeps before it shows another level; Allow access shares exactly that.
 */
public final class PickerAnswer implements FrontDoor.Action {
    private final OpenQuestion open;
    private final Questions questions;
    private final Store store;
    private final GivenAnswer given;

    /** The action over the pages of a store. */
    public PickerAnswer(OpenQuestion open, Questions questions, Store store, GivenAnswer given) {
        this.open = open;
        this.questions = questions;
        this.store = store;
        this.given = given;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor, Form form) {
        return open.of(request, visitor, (question, path) -> {
            String go = form.text("go");
            if (go.equals("cancel")) {
                return given.deny(request, visitor, question);
            }
            Optional<Set<PageId>> ticked = Picker.ticked(form);
            if (ticked.isEmpty() || ticked.get().size() > Consents.MOST_PAGES) {
                return given.notPossible(visitor).because("pages: are not ids, or more than " + Consents.MOST_PAGES);
            }
            return go.equals("allow")
                    ? given.allow(request, visitor, question, new Sharing.These(ticked.get()))
                    : keep(visitor, question, form, path, ticked.get());
        });
    }

    private Answer keep(Visitor.SignedIn visitor, Question question, Form form, String path, Set<PageId> ticked) {
        String go = form.text("go");
        if (go.equals("all")) {
            var top = store.pages().top(question.viewer(), Optional.empty(), Consents.MOST_PAGES);
            Set<PageId> everything = top.pages().stream().map(ShareablePage::id).collect(Collectors.toSet());
            return top.more() || !questions.tick(question, everything)
                    ? Answer.seeOther(path + "/pages?too-many")
                    : Answer.seeOther(path + "/pages");
        }
        Set<PageId> kept = go.equals("none") ? Set.of() : ticked;
        return questions.tick(question, kept)
                ? Answer.seeOther(go.equals("back") ? path : path + "/pages" + place(go, form))
                : given.notPossible(visitor).because("pages: the person may not share one of them");
    }

    /** Where the picker goes on: a level, its next part, or a search. */
    private static String place(String go, Form form) {
        String in = form.given("in").flatMap(Uuids::exact).map(UUID::toString).orElse("");
        String page = Uuids.exact(go.substring(go.indexOf(':') + 1))
                .map(UUID::toString)
                .orElse("");
        return switch (go.substring(0, Math.max(go.indexOf(':'), 0))) {
            case "in" -> page.isEmpty() ? "" : "?in=" + page;
            case "more" -> "?after=" + page + (in.isEmpty() ? "" : "&in=" + in);
            default ->
                go.equals("search") && !form.text("q").isBlank()
                        ? "?q=" + FormText.encode(form.text("q").strip())
                        : "";
        };
    }
}
