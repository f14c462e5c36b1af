package dev.keywright.server.api;

import dev.keywright.protocol.NotionVersion;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.connection.Connection;

/**
 * Who asks.
 *
 * @param bot the bot that the token acts as
 * @param connection whose bot it is
 * @param version how answers are to look
 */
public record Caller(Bot bot, Connection connection, NotionVersion version) {}
