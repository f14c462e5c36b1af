package dev.keywright.server.web;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.consent.Consents;
import dev.keywright.server.consent.Question;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.templates.JtepickerGenerated;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.ShareablePage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET /install-integration/{question}/pages}: which pages to share. {@code in} names the level, {@code after} where it
 * goes on, {@code q} what is searched for. The script {@code picker.js} makes a tree of it; without, each level is a page.
 */
public final class PickerPage implements FrontDoor.Page {
    /** How much of a level, or of what was found, is shown at once. */
    static final int MOST_SHOWN = 100;

    private final OpenQuestion open;
    private final Store store;
    private final Pages pages;

    /** The page over the pages of a store. */
    public PickerPage(OpenQuestion open, Store store, Pages pages) {
        this.open = open;
        this.store = store;
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return open.of(
                request,
                visitor,
                (question, path) -> show(visitor, question, view(question, path, Form.ofQuery(request))));
    }

    private Answer show(Visitor.SignedIn visitor, Question question, PickerView view) {
        Frame frame = pages.withScript(
                pages.frame("Select pages for " + view.connection(), visitor, view.path())
                        .card(),
                "picker.js");
        return pages.show(
                200,
                ReturnTarget.of(question.request().answerTo().uri()).source(),
                (output, interceptor) -> JtepickerGenerated.render(output, interceptor, frame, view));
    }

    private PickerView view(Question question, String path, Form query) {
        String searched = query.text("q").strip();
        Optional<PageId> in = pageId(query, "in");
        Shelf shelf = searched.isEmpty()
                ? level(question, in, pageId(query, "after"))
                : new Shelf(
                        List.of(),
                        store.pages().search(question.viewer(), FoldedTitle.of(searched), MOST_SHOWN),
                        false);
        Set<PageId> others = new HashSet<>(question.pages());
        shelf.shown().forEach(page -> others.remove(page.id()));
        return new PickerView(
                Shown.name(question.request().connection().name()),
                path,
                Shown.name(question.workspace().name()),
                searched,
                shelf.trail(),
                shelf.shown(),
                shelf.more(),
                others.isEmpty() ? List.of() : store.pages().named(question.viewer(), others),
                question.pages(),
                query.has("too-many") ? tooMany() : "");
    }

    private static String tooMany() {
        return "There are more than " + Consents.MOST_PAGES
                + " pages at the top of this workspace: too many to select at once. Select the ones that matter.";
    }

    private record Shelf(List<ShareablePage.Step> trail, List<ShareablePage> shown, boolean more) {}

    private Shelf level(Question question, Optional<PageId> in, Optional<PageId> after) {
        Optional<ShareablePage> parent = in.flatMap(id ->
                store.pages().named(question.viewer(), Set.of(id)).stream().findFirst());
        var level = parent.isEmpty()
                ? store.pages().top(question.viewer(), after, MOST_SHOWN)
                : store.pages().below(question.viewer(), parent.get().id(), after, MOST_SHOWN);
        return new Shelf(parent.map(ShareablePage::pathBelow).orElse(List.of()), level.pages(), level.more());
    }

    static Optional<PageId> pageId(Form form, String name) {
        return form.given(name).flatMap(Uuids::exact).map(PageId::new);
    }
}
