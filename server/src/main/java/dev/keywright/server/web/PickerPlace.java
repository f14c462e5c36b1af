package dev.keywright.server.web;

import dev.keywright.protocol.FormText;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Uuids;
import java.util.Optional;

/**
 * What part of the tree a picker shows, as the query of its address says.
 *
 * @param in the page whose level it is; the top when it is empty
 * @param after the page that the level goes on after
 * @param searched the text that titles are searched for, in place of a level; empty when none is
 * @param tooMany whether there were too many pages to select all
 */
public record PickerPlace(Optional<PageId> in, Optional<PageId> after, String searched, boolean tooMany) {
    private static final String IN = "in";
    private static final String AFTER = "after";
    private static final String SEARCHED = "q";
    private static final String TOO_MANY = "too-many";

    /** Where a picker begins. */
    public static final PickerPlace TOP = new PickerPlace(Optional.empty(), Optional.empty(), "", false);

    /** The same, with the sentence that there were too many. */
    public static final PickerPlace TOP_WITH_TOO_MANY = new PickerPlace(Optional.empty(), Optional.empty(), "", true);

    /** Reads the query of a picker's address; what is no id there counts as left out. */
    public static PickerPlace of(Form query) {
        return new PickerPlace(
                page(query, IN), page(query, AFTER), query.text(SEARCHED).strip(), query.has(TOO_MANY));
    }

    /** Where a button of the picker's form leads: {@code in:ID}, {@code more:ID}, {@code search}; any other to the top. */
    static PickerPlace behind(String button, Form form) {
        Optional<PageId> page =
                Uuids.exact(button.substring(button.indexOf(':') + 1)).map(PageId::new);
        return switch (button.substring(0, Math.max(button.indexOf(':'), 0))) {
            case "in" -> new PickerPlace(page, Optional.empty(), "", false);
            case "more" -> new PickerPlace(page(form, IN), page, "", false);
            default ->
                button.equals("search")
                        ? new PickerPlace(
                                Optional.empty(),
                                Optional.empty(),
                                form.text(SEARCHED).strip(),
                                false)
                        : TOP;
        };
    }

    private static Optional<PageId> page(Form form, String name) {
        return form.given(name).flatMap(Uuids::exact).map(PageId::new);
    }

    /** The query of the address that shows it, with its question mark; empty for the top. */
    String query() {
        StringBuilder query = new StringBuilder();
        in.ifPresent(page -> add(query, IN + "=" + page));
        after.ifPresent(page -> add(query, AFTER + "=" + page));
        if (!searched.isEmpty()) {
            add(query, SEARCHED + "=" + FormText.encode(searched));
        }
        if (tooMany) {
            add(query, TOO_MANY);
        }
        return query.toString();
    }

    private static void add(StringBuilder query, String parameter) {
        query.append(query.isEmpty() ? '?' : '&').append(parameter);
    }
}
