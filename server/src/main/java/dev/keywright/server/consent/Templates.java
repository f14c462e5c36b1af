package dev.keywright.server.consent;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.Pages;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Viewer;
import java.util.Optional;
import java.util.Set;

/** Whether a page can be the template of a connection: asked when it is set, and again before it is copied. */
public final class Templates {
    private final Store store;

    /** Templates among the pages of a store. */
    public Templates(Store store) {
        this.store = store;
    }

    /** What the check of a template came to. */
    public sealed interface Checked {
        /** It can be copied; {@code size} counts the page and all below it. */
        record Good(Page page, int size) implements Checked {}

        /** It cannot. */
        record Bad(String problem) implements Checked {}
    }

    /** Checks the template of a connection, when it has one. */
    public Optional<Checked> of(Connection connection) {
        return connection.templatePage().map(page -> check(page, connection.owner()));
    }

    /**
     * Checks a page.
     *
     * @param owner whose page it must be, so that nobody offers what he cannot see himself; empty when the operator set it
     */
    public Checked check(PageId template, Optional<PersonId> owner) {
        Optional<Page> page = store.pages().find(template);
        if (page.isEmpty() || owner.filter(person -> !sees(person, page.get())).isPresent()) {
            return new Checked.Bad(
                    owner.isEmpty()
                            ? "there is no such page"
                            : "there is no such page that the connection's owner can see");
        }
        int size = store.pages().size(template, Pages.LARGEST_TEMPLATE + 1);
        return size > Pages.LARGEST_TEMPLATE
                ? new Checked.Bad(
                        "a template has at most " + Pages.LARGEST_TEMPLATE + " pages, counting those below it")
                : new Checked.Good(page.get(), size);
    }

    private boolean sees(PersonId person, Page page) {
        return store.workspace(page.workspace())
                        .filter(workspace -> workspace.members().contains(person))
                        .isPresent()
                && !store.pages()
                        .shareable(new Viewer(page.workspace(), person), Set.of(page.id()))
                        .isEmpty();
    }
}
