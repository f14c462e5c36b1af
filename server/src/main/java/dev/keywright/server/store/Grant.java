package dev.keywright.server.store;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Bot;
import java.util.Optional;

/**
 * An authorization with the bot it acts as.
 *
 * @param bot empty unless the authorization is active: one that is pending or ended acts as nobody
 */
public record Grant(Authorization authorization, Optional<Bot> bot) {
    /** An authorization with this bot, when it acts as anybody. */
    public static Grant of(Authorization authorization, Optional<Bot> bot) {
        return new Grant(authorization, authorization.state() instanceof Active ? bot : Optional.empty());
    }
}
