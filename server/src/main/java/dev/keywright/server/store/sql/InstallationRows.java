package dev.keywright.server.store.sql;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.store.Installed;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads installations from the live rows of their bots. */
final class InstallationRows {
    /** The live rows of one bot carry the same capabilities and pages, so it does not matter from which they are taken. */
    private static final String SELECT = """
            SELECT g.bot_id, a.client_id, a.workspace_id, a.person_id, a.bot_capabilities, a.bot_pages,
              g.since, g.last_used, g.live
            FROM (SELECT bot_id, min(consented_at) AS since, count(*) AS live,
                max(CASE WHEN last_used_at > current_since THEN last_used_at ELSE current_since END) AS last_used
              FROM "authorization" WHERE %s GROUP BY bot_id ORDER BY bot_id LIMIT ?) AS g
            JOIN "authorization" a
              ON a.id = (SELECT one.id FROM "authorization" one WHERE one.bot_id = g.bot_id AND one.status = 1 LIMIT 1)
            ORDER BY g.bot_id
            """;

    static final String OF_PERSON = SELECT.formatted("person_id = ? AND status = 1 AND bot_id > ?");
    /** The index is of the rows that have not ended, which the statement has to say in the words of either database. */
    private static final String LIVE_OF_CLIENT = "client_id = ? AND status <> 2 AND ended_at IS NULL AND status = 1";

    static final String OF_CLIENT = SELECT.formatted(LIVE_OF_CLIENT + " AND bot_id > ?");

    static final String COUNT = """
            SELECT count(*) FROM (SELECT DISTINCT bot_id FROM "authorization" WHERE %s LIMIT ?) AS installed
            """.formatted(LIVE_OF_CLIENT);
    static final String LIVE = """
            SELECT id, consented_at, last_used_at FROM "authorization"
            WHERE bot_id = ? AND status = 1 ORDER BY consented_at, id LIMIT ?
            """;
    static final String OF_BOT = SELECT.formatted("bot_id = ? AND status = 1");

    private InstallationRows() {}

    /** The bot of this id, if it has a live authorization. */
    static Optional<Bot> find(Statements statements, BotId id) throws SQLException {
        return read(statements, OF_BOT, id.value(), 1).stream()
                .map(Installed::bot)
                .findFirst();
    }

    static List<Installed> read(Statements statements, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = statements.bound(sql, parameters);
        List<Installed> list = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                list.add(installed(row));
            }
        }
        return list;
    }

    private static Installed installed(ResultSet row) throws SQLException {
        Installation installation = new Installation(
                new ClientId(Columns.uuid(row, 2)),
                new WorkspaceId(Columns.uuid(row, 3)),
                new PersonId(Columns.uuid(row, 4)));
        Bot bot = new Bot(
                new BotId(Columns.uuid(row, 1)), installation, Columns.capabilities(row, 5), Columns.pages(row, 6));
        return new Installed(bot, Columns.time(row, 7), Columns.time(row, 8), row.getInt(9));
    }
}
