package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.store.Installations;
import dev.keywright.server.store.Installed;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Installations on SQLite: what stands of one is in the live rows of its bot. */
final class SqliteInstallations implements Installations {
    /** The live rows of one bot carry the same capabilities and pages, so it does not matter from which they are taken. */
    private static final String SELECT = """
            SELECT bot_id, client_id, workspace_id, person_id, bot_capabilities, bot_pages,
              min(consented_at), max(max(current_since, coalesce(last_used_at, 0))), count(*)
            FROM authorization
            """;

    private static final String OF_PERSON =
            SELECT + "WHERE person_id = ? AND status = 1 AND bot_id > ? GROUP BY bot_id ORDER BY bot_id LIMIT ?";
    /** The index is of the rows that have not ended, which the statement has to say in its words. */
    private static final String OF_CLIENT = SELECT + """
            WHERE client_id = ? AND status <> 2 AND status = 1 AND bot_id > ? GROUP BY bot_id ORDER BY bot_id LIMIT ?
            """;

    private static final String COUNT = """
            SELECT count(*) FROM
              (SELECT DISTINCT bot_id FROM authorization WHERE client_id = ? AND status <> 2 AND status = 1 LIMIT ?)
            """;
    private static final String OF_BOT = SELECT + "WHERE bot_id = ? AND status = 1 GROUP BY bot_id";

    private final Readers readers;
    private final SqliteUses uses;

    SqliteInstallations(Readers readers, SqliteUses uses) {
        this.readers = readers;
        this.uses = uses;
    }

    @Override
    public List<Installed> ofPerson(PersonId person, Optional<BotId> after, int most) {
        return list(OF_PERSON, person.value(), behind(after), most);
    }

    @Override
    public List<Installed> ofConnection(ClientId client, Optional<BotId> after, int most) {
        return list(OF_CLIENT, client.value(), behind(after), most);
    }

    private static byte[] behind(Optional<BotId> after) {
        return after.map(bot -> Columns.bytes(bot.value())).orElse(new byte[0]);
    }

    @Override
    public int count(ClientId client, int most) {
        return readers.read(statements -> {
            PreparedStatement statement = statements.of(COUNT);
            Columns.bind(statement, client.value(), most);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        });
    }

    @Override
    public Optional<Installed> find(BotId bot) {
        return list(OF_BOT, bot.value()).stream().findFirst();
    }

    private List<Installed> list(String sql, Object... parameters) {
        List<Installed> written = readers.read(statements -> {
            PreparedStatement statement = statements.of(sql);
            Columns.bind(statement, parameters);
            List<Installed> list = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    list.add(installed(row));
                }
            }
            return list;
        });
        return written.stream().map(this::withUses).toList();
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

    private Installed withUses(Installed written) {
        Optional<Instant> noted = uses.of(written.bot().id()).filter(written.lastUsed()::isBefore);
        return new Installed(
                written.bot(), written.since(), noted.orElse(written.lastUsed()), written.authorizations());
    }
}
