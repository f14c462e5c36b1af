package dev.keywright.server.web.installations;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Installed;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.Ago;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/**
 * One installation of the person who looks, with the names that it is shown by.
 *
 * @param since the day it was installed
 * @param used when it was last used
 */
public record OwnInstallation(Installed installed, Connection connection, Workspace workspace, Ago since, Ago used) {
    /** Where these pages are. */
    public static final String PATH = "/connections";

    /** The one that the path names, when it is there and of this person: to all others it is not there. */
    static Optional<OwnInstallation> find(Store store, Request request, Visitor.SignedIn person, Instant now) {
        return Uuids.exact(request.captured("bot_id"))
                .flatMap(id -> store.installations().find(new BotId(id)))
                .filter(installed -> installed
                        .bot()
                        .installation()
                        .person()
                        .equals(person.person().id()))
                .flatMap(installed -> of(store, installed, now));
    }

    /** An installation with its names; empty when connection or workspace are gone. */
    static Optional<OwnInstallation> of(Store store, Installed installed, Instant now) {
        var installation = installed.bot().installation();
        return store.connection(installation.client())
                .flatMap(connection -> store.workspace(installation.workspace())
                        .map(workspace -> new OwnInstallation(
                                installed,
                                connection,
                                workspace,
                                Ago.day(installed.since()),
                                Ago.of(installed.lastUsed(), now))));
    }

    /** The path of its page. */
    public String path() {
        return PATH + "/" + installed.bot().id();
    }

    /** How many pages it sees, in words. */
    public String pages() {
        return switch (installed.bot().pages().size()) {
            case 0 -> "no pages";
            case 1 -> "1 page and all below it";
            default -> installed.bot().pages().size() + " pages and all below them";
        };
    }
}
