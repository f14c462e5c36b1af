package dev.keywright.server.web;

import dev.keywright.protocol.PageId;
import dev.keywright.server.workspace.ShareablePage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the page picker shows.
 *
 * @param connection the name of the app
 * @param path where the pages of the transaction are
 * @param query what was searched for; empty when a level is shown
 * @param trail the pages that the level is below, the outermost first
 * @param shown the level, or what was found
 * @param more whether the level goes on
 * @param chosen what is ticked and not among {@code shown}
 * @param ticked the ids of all that is ticked
 * @param complaint what could not be done; empty when nothing
 * @param purpose what the choice is for
 */
public record PickerView(
        String connection,
        String path,
        String workspace,
        String query,
        List<ShareablePage.Step> trail,
        List<ShareablePage> shown,
        boolean more,
        List<ShareablePage> chosen,
        Set<PageId> ticked,
        String complaint,
        Purpose purpose) {
    /** What pages are chosen for, and how the page says so. */
    public enum Purpose {
        /** A connection asks for access. */
        CONSENT("Select pages for", "Allow access", true),
        /** A connection has access. */
        CHANGE("Change the pages of", "Save", false);

        private final String heading;
        private final String done;
        private final boolean back;

        Purpose(String heading, String done, boolean back) {
            this.heading = heading;
            this.done = done;
            this.back = back;
        }

        /** What stands before the name of the connection. */
        public String heading() {
            return heading;
        }

        /** What the button says that makes the choice count. */
        public String done() {
            return done;
        }

        /** Whether there is a question before this one. */
        public boolean back() {
            return back;
        }
    }

    public PickerView {
        trail = List.copyOf(trail);
        shown = List.copyOf(shown);
        chosen = List.copyOf(chosen);
        ticked = Set.copyOf(ticked);
    }

    /** Whether the page is ticked itself. */
    public boolean isTicked(ShareablePage page) {
        return ticked.contains(page.id());
    }

    /** Whether a page above it is ticked, which brings it along. */
    public boolean isCovered(ShareablePage page) {
        return page.path().stream().anyMatch(step -> ticked.contains(step.id()));
    }

    /** The pages above a page, as one line; empty at the top. */
    public static String way(ShareablePage page) {
        return page.path().stream().map(step -> Shown.title(step.title())).collect(Collectors.joining(" / "));
    }

    /** How many are ticked, in words. */
    public String count() {
        return switch (ticked.size()) {
            case 0 -> "No page selected";
            case 1 -> "1 page selected";
            default -> ticked.size() + " pages selected";
        };
    }

    /** The id that the next part of the level is after. */
    public String last() {
        return shown.getLast().id().toString();
    }
}
