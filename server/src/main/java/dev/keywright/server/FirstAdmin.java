package dev.keywright.server;

import dev.keywright.server.identity.BrowserCookies;
import dev.keywright.server.identity.OneTimeLinks;
import dev.keywright.server.store.Store;
import java.io.PrintStream;

/**
 * There is no account by default. While there is no admin, or when the operator asks for it, a start prints a link to become
 * one: it works once and for a day, and no longer than until the next start. It goes to the terminal and never to the log.
 */
final class FirstAdmin {
    private FirstAdmin() {}

    static void offer(boolean evenSo, Store store, Surroundings surroundings, String publicUrl, PrintStream terminal) {
        BrowserCookies cookies = new BrowserCookies(publicUrl, surroundings.random());
        new OneTimeLinks(store, surroundings.clock(), surroundings.random(), cookies, publicUrl)
                .offerSetup(evenSo)
                .ifPresent(link -> terminal.println("""

                        %s Whoever opens this link becomes one; it works once, for
                        24 hours:

                          %s
                        """.formatted(
                        evenSo ? "You asked for one more admin." : "Nobody is an admin of this server yet.", link)));
    }
}
