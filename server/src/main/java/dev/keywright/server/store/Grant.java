package dev.keywright.server.store;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Bot;
import java.util.Optional;

/**
 * An authorization with the bot it acts as.
 *
 * @param bot empty until the first code of the bot is redeemed, and after its person disconnected it
 */
public record Grant(Authorization authorization, Optional<Bot> bot) {}
