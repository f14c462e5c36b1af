package dev.keywright.server.web.console;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.PageId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.EndToken;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.LiveAuthorization;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The static tokens of internal connections: made, and ended one by one. */
public final class StaticTokens {
    private final Console console;

    /** Tokens of this console's connections. */
    public StaticTokens(Console console) {
        this.console = console;
    }

    private static Optional<Installation> installation(Connection connection) {
        return connection
                .internalTo()
                .flatMap(workspace ->
                        connection.owner().map(owner -> new Installation(connection.id(), workspace, owner)));
    }

    /** A new token, which shares what the one before shares. Empty when there are two live ones already. */
    Optional<String> issue(Connection connection) {
        return installation(connection).flatMap(installation -> {
            Instant now = console.now();
            Authorization issued = Authorization.issued(
                    AuthorizationId.random(now, console.random()),
                    installation,
                    now,
                    console.codec().signing());
            Set<PageId> pages = console.store()
                    .installations()
                    .find(installation.bot())
                    .map(installed -> installed.bot().pages())
                    .orElse(Set.of());
            Bot bot = new Bot(installation.bot(), installation, connection.capabilities(), pages);
            return console.store().connections().issue(issued, bot, ConnectionView.MOST)
                            && issued.state() instanceof Active active
                    ? Optional.of(console.codec().pair(issued.id(), active).accessToken())
                    : Optional.empty();
        });
    }

    /** Ends the token that is called by {@code ref}; nothing happens when there is none. */
    boolean end(Connection connection, String ref) {
        return installation(connection)
                .map(Installation::bot)
                .flatMap(bot -> find(bot, ref)
                        .flatMap(id -> console.store().authorizations().apply(id, new EndToken(bot, console.now()))))
                .isPresent();
    }

    private Optional<AuthorizationId> find(BotId bot, String ref) {
        return console.store().installations().live(bot, ConnectionView.MOST).stream()
                .map(LiveAuthorization::id)
                .filter(id -> id.ref().equals(ref))
                .findFirst();
    }
}
