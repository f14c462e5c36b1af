package dev.keywright.server.api;

import dev.keywright.protocol.NotionVersion;
import dev.keywright.protocol.Person;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.workspace.Workspace;

/**
 * Who asks.
 *
 * @param bot the bot that the token acts as
 * @param connection whose bot it is
 * @param workspace where it acts
 * @param person for whom it acts
 * @param version how answers are to look
 */
public record Caller(Bot bot, Connection connection, Workspace workspace, Person person, NotionVersion version) {}
