package dev.keywright.server.web;

import dev.keywright.protocol.PageId;
import dev.keywright.server.consent.Consents;
import dev.keywright.server.http.Answer;
import dev.keywright.server.store.Pages.Level;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.ShareablePage;
import dev.keywright.server.workspace.Viewer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a page picker shows of the pages that one person may share, whatever they are chosen for. */
public final class Picker {
    /** How much of a level, or of what was found, is shown at once. */
    private static final int MOST_SHOWN = 100;

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

    /** A level, or what was found; {@code ticked} is what is chosen so far. */
    public PickerView view(Choice choice, PickerPlace place, Set<PageId> ticked) {
        Shelf shelf = place.searched().isEmpty()
                ? shelf(choice.viewer(), place)
                : new Shelf(List.of(), found(choice.viewer(), place), false);
        Set<PageId> others = new HashSet<>(ticked);
        shelf.shown().forEach(page -> others.remove(page.id()));
        return new PickerView(
                choice.connection(),
                choice.path(),
                choice.workspace(),
                place.searched(),
                shelf.trail(),
                shelf.shown(),
                shelf.more(),
                others.isEmpty() ? List.of() : store.pages().named(choice.viewer(), others),
                ticked,
                place.tooMany() ? tooMany() : "",
                choice.purpose());
    }

    private static String tooMany() {
        return "There are more than " + Consents.MOST_PAGES
                + " pages at the top of this workspace: too many to select at once. Select the ones that matter.";
    }

    private record Shelf(List<ShareablePage.Step> trail, List<ShareablePage> shown, boolean more) {}

    private Shelf shelf(Viewer viewer, PickerPlace place) {
        Optional<ShareablePage> parent = place.in()
                .flatMap(id -> store.pages().named(viewer, Set.of(id)).stream().findFirst());
        Level level = level(viewer, parent.map(ShareablePage::id), place.after());
        return new Shelf(parent.map(ShareablePage::pathBelow).orElse(List.of()), level.pages(), level.more());
    }

    private Level level(Viewer viewer, Optional<PageId> in, Optional<PageId> after) {
        return in.isEmpty()
                ? store.pages().top(viewer, after, MOST_SHOWN)
                : store.pages().below(viewer, in.get(), after, MOST_SHOWN);
    }

    private List<ShareablePage> found(Viewer viewer, PickerPlace place) {
        return store.pages().search(viewer, FoldedTitle.of(place.searched()), MOST_SHOWN);
    }

    /** A level of the tree for the script. */
    public Answer levelForScript(Viewer viewer, PickerPlace place) {
        Level level = level(viewer, place.in(), place.after());
        return PickerJson.answer(level.pages(), level.more());
    }

    /** Pages by their title for the script. */
    public Answer foundForScript(Viewer viewer, PickerPlace place) {
        return PickerJson.answer(found(viewer, place), false);
    }

    /** Every page at the top of the tree; empty when they are more than one consent shares. */
    public Optional<Set<PageId>> everything(Viewer viewer) {
        Level top = store.pages().top(viewer, Optional.empty(), Consents.MOST_PAGES);
        return top.more()
                ? Optional.empty()
                : Optional.of(top.pages().stream().map(ShareablePage::id).collect(Collectors.toSet()));
    }
}
