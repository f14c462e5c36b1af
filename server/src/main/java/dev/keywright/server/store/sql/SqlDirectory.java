package dev.keywright.server.store.sql;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.store.Directory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads who is in a workspace, member by member, so that it reads about as many rows as it gives. */
final class SqlDirectory implements Directory {
    private static final String MEMBERS = """
            SELECT p.id, p.name, p.avatar_url, p.email, m.position
            FROM workspace_member m JOIN person p ON p.id = m.person_id
            WHERE m.workspace_id = ? AND m.position >= ? AND p.active = 1 ORDER BY m.position LIMIT ?
            """;
    private static final String BOTS = """
            SELECT g.bot_id,
              (SELECT a.client_id FROM "authorization" a WHERE a.bot_id = g.bot_id AND a.status = 1 LIMIT 1)
            FROM (SELECT bot_id FROM "authorization"
              WHERE person_id = ? AND bot_id > ? AND workspace_id = ? AND status = 1
              GROUP BY bot_id ORDER BY bot_id LIMIT ?) AS g
            ORDER BY g.bot_id
            """;
    private static final String MEMBER = """
            SELECT p.id, p.name, p.avatar_url, p.email, m.position
            FROM workspace_member m JOIN person p ON p.id = m.person_id
            WHERE m.person_id = ? AND m.workspace_id = ? AND p.active = 1
            """;
    private static final String BOT = """
            SELECT bot_id, client_id, person_id FROM "authorization"
            WHERE bot_id = ? AND workspace_id = ? AND status = 1 LIMIT 1
            """;

    /** Before every bot. */
    private static final byte[] NO_BOT = new byte[0];

    private final Transactions transactions;

    SqlDirectory(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Member(Person person, int position) {}

    private record Bot(BotId id, ClientId client, PersonId person) {
        Entry entry() {
            return new Entry.Acting(id, client);
        }
    }

    /** Where a list goes on: after this bot of this member; after the member itself when there is no bot. */
    private record Cursor(int position, byte[] bot) {}

    @Override
    public Optional<List<Entry>> list(WorkspaceId workspace, Optional<UUID> after, int most) {
        return transactions.readAll(statements -> {
            if (after.isEmpty()) {
                return Optional.of(entries(statements, workspace, Optional.empty(), most));
            }
            Optional<Cursor> cursor = cursor(statements, workspace, after.get());
            return cursor.isEmpty() ? Optional.empty() : Optional.of(entries(statements, workspace, cursor, most));
        });
    }

    @Override
    public Optional<Entry> find(WorkspaceId workspace, UUID id) {
        return transactions.readAll(statements -> {
            Optional<Member> member = member(statements, workspace, id);
            return member.isPresent()
                    ? Optional.of(new Entry.Member(member.get().person()))
                    : bot(statements, workspace, id).map(Bot::entry);
        });
    }

    private static Optional<Cursor> cursor(Statements statements, WorkspaceId workspace, UUID after)
            throws SQLException {
        Optional<Member> member = member(statements, workspace, after);
        if (member.isPresent()) {
            return Optional.of(new Cursor(member.get().position(), NO_BOT));
        }
        Optional<Bot> bot = bot(statements, workspace, after);
        if (bot.isEmpty()) {
            return Optional.empty();
        }
        return member(statements, workspace, bot.get().person().value())
                .map(of -> new Cursor(of.position(), Columns.bytes(after)));
    }

    private static List<Entry> entries(Statements statements, WorkspaceId workspace, Optional<Cursor> after, int most)
            throws SQLException {
        List<Entry> entries = new ArrayList<>();
        int from = after.map(Cursor::position).orElse(Integer.MIN_VALUE);
        for (Member member : members(statements.bound(MEMBERS, workspace.value(), from, most + 1))) {
            boolean goesOn = after.isPresent() && member.position() == from;
            if (!goesOn) {
                entries.add(new Entry.Member(member.person()));
            }
            if (entries.size() < most) {
                byte[] behind = goesOn ? after.get().bot() : NO_BOT;
                entries.addAll(bots(statements, workspace, member.person().id(), behind, most - entries.size()));
            }
            if (entries.size() == most) {
                return entries;
            }
        }
        return entries;
    }

    private static Optional<Member> member(Statements statements, WorkspaceId workspace, UUID id) throws SQLException {
        return members(statements.bound(MEMBER, id, workspace.value())).stream().findFirst();
    }

    private static List<Member> members(PreparedStatement statement) throws SQLException {
        List<Member> members = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Person person = new Person(
                        new PersonId(Columns.uuid(row, 1)),
                        Columns.optionalText(row, 2),
                        Columns.optionalText(row, 3),
                        row.getString(4));
                members.add(new Member(person, row.getInt(5)));
            }
        }
        return members;
    }

    private static List<Entry> bots(
            Statements statements, WorkspaceId workspace, PersonId person, byte[] behind, int most)
            throws SQLException {
        PreparedStatement statement = statements.bound(BOTS, person.value(), behind, workspace.value(), most);
        List<Entry> bots = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                bots.add(new Entry.Acting(new BotId(Columns.uuid(row, 1)), new ClientId(Columns.uuid(row, 2))));
            }
        }
        return bots;
    }

    private static Optional<Bot> bot(Statements statements, WorkspaceId workspace, UUID id) throws SQLException {
        PreparedStatement statement = statements.bound(BOT, id, workspace.value());
        try (ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Bot(
                            new BotId(Columns.uuid(row, 1)),
                            new ClientId(Columns.uuid(row, 2)),
                            new PersonId(Columns.uuid(row, 3))))
                    : Optional.empty();
        }
    }
}
