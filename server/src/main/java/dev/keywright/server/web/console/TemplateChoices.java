package dev.keywright.server.web.console;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.connection.TemplateChoice;
import dev.keywright.server.consent.Templates;
import dev.keywright.server.store.Store;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the template page that a developer names, by its id or by a link that ends with it. */
record TemplateChoices(Store store) {
    private static final Pattern ENDS_WITH_ID = Pattern.compile(
            ".*?([0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12})(?:[?#].*)?");

    private static final TemplateChoice NO_ID =
            new TemplateChoice.Refused("Enter the id of a page, or a link that ends with it.");
    /**
     * What {@code typed} comes to.
     *
     * @param owner whose connection it is, and so whose page it must be, whoever edits
     * @param current the page that is offered already, which stays
     */
    TemplateChoice choose(String typed, PersonId owner, Optional<PageId> current) {
        if (typed.isBlank()) {
            return new TemplateChoice.None();
        }
        Matcher link = ENDS_WITH_ID.matcher(typed.strip());
        Optional<PageId> id = link.matches() ? Uuids.anyForm(link.group(1)).map(PageId::new) : Optional.empty();
        if (id.isEmpty()) {
            return NO_ID;
        }
        return id.equals(current) ? new TemplateChoice.Chosen(id.get()) : checked(id.get(), owner);
    }

    private TemplateChoice checked(PageId id, PersonId owner) {
        return switch (new Templates(store).check(id, Optional.of(owner))) {
            case Templates.Checked.Good good -> new TemplateChoice.Chosen(id);
            case Templates.Checked.Bad(String problem) ->
                new TemplateChoice.Refused(
                        problem.substring(0, 1).toUpperCase(Locale.ROOT) + problem.substring(1) + ".");
        };
    }
}
