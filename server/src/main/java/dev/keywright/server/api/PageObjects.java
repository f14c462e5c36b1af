package dev.keywright.server.api;

import dev.keywright.protocol.PageObject;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WireBody;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.PageSummary;
import dev.keywright.server.workspace.Reach;
import dev.keywright.server.workspace.Viewer;

/** Pages, as one bot sees them. */
final class PageObjects {
    private final Store store;
    private final String site;

    /** Pages of a store, which are read at {@code site}. */
    PageObjects(Store store, String site) {
        this.store = store;
        this.site = site;
    }

    /** How far the bot sees. */
    static Reach reach(Caller caller) {
        Bot bot = caller.bot();
        return Reach.ofBot(
                new Viewer(bot.installation().workspace(), bot.installation().person()), bot.pages());
    }

    /** A page. Nobody is kept as its author: it counts as that of the workspace's first member. */
    WireBody of(Caller caller, PageSummary page) {
        Bot bot = caller.bot();
        PersonId author = store.workspace(bot.installation().workspace())
                .flatMap(workspace -> workspace.members().stream().findFirst())
                .orElse(bot.installation().person());
        return new PageObject(
                page.id(),
                page.createdAt(),
                page.editedAt(),
                author,
                page.parent(),
                page.title(),
                site,
                caller.version());
    }
}
