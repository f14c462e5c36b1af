package dev.keywright.server.web;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.consent.Consents;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which button of a picker's form was pressed, and what was ticked then. */
public sealed interface PickerButton {
    /** Nothing is to change. */
    record Cancel() implements PickerButton {}

    /** Exactly these pages are shared. */
    record Allow(Set<PageId> ticked) implements PickerButton {}

    /** Everything at the top of the tree is to be ticked. */
    record All(Set<PageId> ticked) implements PickerButton {}

    /** One step back, with what is ticked. */
    record Back(Set<PageId> ticked) implements PickerButton {}

    /** Another part of the tree is to be shown, with what is ticked. */
    record Elsewhere(Set<PageId> ticked, PickerPlace place) implements PickerButton {}

    /** What is ticked are no ids, or too many. */
    record Malformed() implements PickerButton {
        /** What is wrong, for the log. */
        public static final String PROBLEM = "pages: are not ids, or more than " + Consents.MOST_PAGES;
    }

    /** Reads the form that a picker sends, whichever of its buttons was pressed. */
    public static PickerButton of(Form form) {
        String go = form.text("go");
        if (go.equals("cancel")) {
            return new Cancel();
        }
        Optional<Set<PageId>> ticked = ticked(form);
        if (ticked.isEmpty() || ticked.get().size() > Consents.MOST_PAGES) {
            return new Malformed();
        }
        return switch (go) {
            case "allow" -> new Allow(ticked.get());
            case "all" -> new All(ticked.get());
            case "back" -> new Back(ticked.get());
            case "none" -> new Elsewhere(Set.of(), PickerPlace.TOP);
            default -> new Elsewhere(ticked.get(), PickerPlace.behind(go, form));
        };
    }

    private static Optional<Set<PageId>> ticked(Form form) {
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
