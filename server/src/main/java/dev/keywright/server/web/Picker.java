package dev.keywright.server.web;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.consent.Consents;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.ShareablePage;
import dev.keywright.server.workspace.Viewer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a page picker shows of the pages that one person may share, whatever they are chosen for. */
public final class Picker {
    /** How much of a level, or of what was found, is shown at once. */
    static final int MOST_SHOWN = 100;

    private final Store store;

    /** A picker over the pages of a store. */
    public Picker(Store store) {
        this.store = store;
    }

    /**
     * What the pages are chosen for.
     *
     * @param connection the name of the app, as it is shown
     * @param path where the picker is
     * @param workspace the name of the workspace, as it is shown
     */
    public record Choice(Viewer viewer, String connection, String path, String workspace, PickerView.Purpose purpose) {}

    /**
     * A level, or what was found.
     *
     * @param place {@code in} names the level, {@code after} where it goes on, {@code q} what is searched for
     * @param ticked what is chosen so far
     */
    public PickerView view(Choice choice, Form place, Set<PageId> ticked) {
        String searched = place.text("q").strip();
        Shelf shelf = searched.isEmpty()
                ? level(choice.viewer(), pageId(place, "in"), pageId(place, "after"))
                : new Shelf(
                        List.of(), store.pages().search(choice.viewer(), FoldedTitle.of(searched), MOST_SHOWN), false);
        Set<PageId> others = new HashSet<>(ticked);
        shelf.shown().forEach(page -> others.remove(page.id()));
        return new PickerView(
                choice.connection(),
                choice.path(),
                choice.workspace(),
                searched,
                shelf.trail(),
                shelf.shown(),
                shelf.more(),
                others.isEmpty() ? List.of() : store.pages().named(choice.viewer(), others),
                ticked,
                place.has("too-many") ? tooMany() : "",
                choice.purpose());
    }

    private static String tooMany() {
        return "There are more than " + Consents.MOST_PAGES
                + " pages at the top of this workspace: too many to select at once. Select the ones that matter.";
    }

    private record Shelf(List<ShareablePage.Step> trail, List<ShareablePage> shown, boolean more) {}

    private Shelf level(Viewer viewer, Optional<PageId> in, Optional<PageId> after) {
        Optional<ShareablePage> parent = in.flatMap(
                id -> store.pages().named(viewer, Set.of(id)).stream().findFirst());
        var level = parent.isEmpty()
                ? store.pages().top(viewer, after, MOST_SHOWN)
                : store.pages().below(viewer, parent.get().id(), after, MOST_SHOWN);
        return new Shelf(parent.map(ShareablePage::pathBelow).orElse(List.of()), level.pages(), level.more());
    }

    static Optional<PageId> pageId(Form form, String name) {
        return form.given(name).flatMap(Uuids::exact).map(PageId::new);
    }

    /** The pages that a picker's form brings along; empty when one is no id. */
    static Optional<Set<PageId>> ticked(Form form) {
        Set<PageId> ticked = new HashSet<>();
        for (String value : form.all("page")) {
            Optional<UUID> id = Uuids.exact(value);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            ticked.add(new PageId(id.get()));
        }
        return Optional.of(ticked);
    }
}
