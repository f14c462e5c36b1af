package dev.keywright.server.store;

import dev.keywright.server.authorization.Bot;

/** What a change of an installation's pages came to. */
public sealed interface Shared {
    /** The bot sees exactly these pages from now on. */
    record Now(Bot bot) implements Shared {}

    /** There is no such installation of this person; nothing was done. */
    record NotInstalled() implements Shared {}

    /** A page among them is not the person's to share; nothing was done. */
    record NotTheirs() implements Shared {}
}
