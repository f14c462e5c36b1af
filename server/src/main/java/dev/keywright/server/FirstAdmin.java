package dev.keywright.server;

import dev.keywright.server.identity.BrowserCookies;
import dev.keywright.server.identity.OneTimeLinks;
import dev.keywright.server.store.Store;
import java.io.PrintStream;

/**
 * There is no account by default. While there is no admin, each start prints a link to become one: it works once and for a
 * day, and the one before it no more. It goes to the terminal and never to the log.
 */
final class FirstAdmin {
    private FirstAdmin() {}

    static void offer(Store store, Surroundings surroundings, String publicUrl, PrintStream terminal) {
        BrowserCookies cookies = new BrowserCookies(publicUrl, surroundings.random());
        new OneTimeLinks(store, surroundings.clock(), surroundings.random(), cookies, publicUrl)
                .offerSetup()
                .ifPresent(link -> terminal.println("""

                        Nobody is an admin of this server yet. Whoever opens this link becomes the first one; it works once,
                        for 24 hours:

                          %s
                        """.formatted(link)));
    }
}
