package dev.keywright.server.web.console;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.connection.TemplateChoice;
import dev.keywright.server.store.Pages;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Viewer;
import dev.keywright.server.workspace.Workspace;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the template page that a developer names, by its id or by a link that ends with it. */
record TemplateChoices(Store store) {
    private static final Pattern ENDS_WITH_ID = Pattern.compile(
            ".*?([0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12})(?:[?#].*)?");

    private static final TemplateChoice NO_ID =
            new TemplateChoice.Refused("Enter the id of a page, or a link that ends with it.");
    /** Of a page that is not there and of one that is for others the same. */
    private static final TemplateChoice NO_PAGE =
            new TemplateChoice.Refused("You can see no such page. A template is a page that you can see yourself.");

    private static final TemplateChoice TOO_LARGE =
            new TemplateChoice.Refused("This page and all below it are more than " + Pages.LARGEST_TEMPLATE
                    + " pages; a template has at most as many.");

    /** What {@code typed} comes to for this developer; the page that is offered already stays so whoever edits. */
    TemplateChoice choose(String typed, PersonId developer, Optional<PageId> current) {
        if (typed.isBlank()) {
            return new TemplateChoice.None();
        }
        Matcher link = ENDS_WITH_ID.matcher(typed.strip());
        Optional<PageId> id = link.matches() ? Uuids.anyForm(link.group(1)).map(PageId::new) : Optional.empty();
        if (id.isEmpty()) {
            return NO_ID;
        }
        return id.equals(current) ? new TemplateChoice.Chosen(id.get()) : choose(id.get(), developer);
    }

    private TemplateChoice choose(PageId id, PersonId developer) {
        Optional<Page> page = store.pages().find(id).filter(found -> sees(developer, found));
        if (page.isEmpty()) {
            return NO_PAGE;
        }
        return store.pages().size(id, Pages.LARGEST_TEMPLATE + 1) > Pages.LARGEST_TEMPLATE
                ? TOO_LARGE
                : new TemplateChoice.Chosen(id);
    }

    private boolean sees(PersonId developer, Page page) {
        return store.workspace(page.workspace())
                        .map(Workspace::members)
                        .filter(members -> members.contains(developer))
                        .isPresent()
                && store.pages()
                        .shareable(new Viewer(page.workspace(), developer), Set.of(page.id()))
                        .contains(page.id());
    }
}
