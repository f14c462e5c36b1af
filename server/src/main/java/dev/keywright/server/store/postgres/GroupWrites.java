package dev.keywright.server.store.postgres;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ExternalAccount;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Issue;
import dev.keywright.server.authorization.Pending;
import dev.keywright.server.store.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes the rows of many with one statement over arrays. */
final class GroupWrites {
    /** Only over the version that was decided on. What an ended row was while it was active stays in it. */
    private static final String UPDATE = """
            UPDATE "authorization" AS a SET version = n.version, status = n.status, operation = ?,
              generation = coalesce(n.generation, a.generation),
              current_key = coalesce(n.current_key, a.current_key),
              current_since = coalesce(n.current_since, a.current_since),
              previous_key = coalesce(n.previous_key, a.previous_key),
              previous_since = coalesce(n.previous_since, a.previous_since),
              end_reason = n.end_reason, ended_at = n.ended_at,
              external_account_key = n.external_account_key, external_account_name = n.external_account_name
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS n (id, decided_on, version, status, generation, current_key,
              current_since, previous_key, previous_since, end_reason, ended_at, external_account_key, external_account_name)
            WHERE a.id = n.id AND a.version = n.decided_on
            RETURNING a.id
            """;

    /** In the order in which whoever ends a bot's authorizations takes them, so that neither waits for the other for ever. */
    private static final String LOCK = """
            SELECT id FROM "authorization" WHERE bot_id = ANY (?) AND status <> 2 ORDER BY id FOR UPDATE
            """;

    private static final String INSTALL = """
            UPDATE "authorization" AS a SET bot_capabilities = n.capabilities, bot_pages = n.pages
            FROM unnest(?, ?, ?) AS n (bot_id, capabilities, pages)
            WHERE a.bot_id = n.bot_id AND a.status = 1
            RETURNING a.bot_id
            """;

    private GroupWrites() {}

    /** Writes the rows that the chains came to; gives those that were still of the version decided on. */
    static Set<AuthorizationId> update(Connection connection, byte[] operation, List<Chain> chains)
            throws SQLException {
        Arrays arrays = new Arrays(connection, chains);
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setBytes(1, operation);
            byte[][] ids = chains.stream().map(chain -> chain.id().bytes()).toArray(byte[][]::new);
            statement.setArray(2, connection.createArrayOf("bytea", ids));
            arrays.set(statement, 3, "int8", chain -> Optional.of(chain.versionBefore()));
            arrays.set(statement, 4, "int8", chain -> Optional.of(chain.next().version()));
            arrays.set(statement, 5, "int4", chain -> Optional.of(status(chain.next())));
            arrays.set(statement, 6, "int8", chain -> active(chain).map(Active::generation));
            arrays.set(statement, 7, "int4", chain -> current(chain).map(GroupWrites::key));
            arrays.set(statement, 8, "int8", chain -> current(chain).map(GroupWrites::since));
            arrays.set(statement, 9, "int4", chain -> previous(chain).map(GroupWrites::key));
            arrays.set(statement, 10, "int8", chain -> previous(chain).map(GroupWrites::since));
            arrays.set(
                    statement,
                    11,
                    "text",
                    chain -> ended(chain).map(end -> end.why().name()));
            arrays.set(
                    statement, 12, "int8", chain -> ended(chain).map(Ended::at).map(Instant::toEpochMilli));
            arrays.set(statement, 13, "text", chain -> account(chain, ExternalAccount::key));
            arrays.set(statement, 14, "text", chain -> account(chain, ExternalAccount::name));
            Set<AuthorizationId> written = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    written.add(AuthorizationId.of(row.getBytes(1)));
                }
            }
            return written;
        }
    }

    /** Keeps everybody else from the rows of these bots that have not ended, until the transaction does. */
    static void lock(Connection connection, Collection<BotId> bots) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(1, connection.createArrayOf("bytea", bytes(bots)));
            statement.execute();
        }
    }

    /** Gives all live authorizations of these bots what the bots may do and see; says how many each has. */
    static Map<BotId, Integer> install(Connection connection, List<Bot> bots) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSTALL)) {
            byte[][] ids = bytes(bots.stream().map(Bot::id).toList());
            Object[] capabilities =
                    bots.stream().map(bot -> Columns.number(bot.capabilities())).toArray();
            byte[][] pages =
                    bots.stream().map(bot -> Columns.bytes(bot.pages())).toArray(byte[][]::new);
            statement.setArray(1, connection.createArrayOf("bytea", ids));
            statement.setArray(2, connection.createArrayOf("int4", capabilities));
            statement.setArray(3, connection.createArrayOf("bytea", pages));
            Map<BotId, Integer> live = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    live.merge(new BotId(Columns.uuid(row, 1)), 1, Integer::sum);
                }
            }
            return live;
        }
    }

    private static byte[][] bytes(Collection<BotId> bots) {
        return bots.stream().map(bot -> Columns.bytes(bot.value())).toArray(byte[][]::new);
    }

    private record Arrays(Connection connection, List<Chain> chains) {
        @SuppressWarnings("NullAway") // In an array for the driver a null is a null.
        void set(PreparedStatement statement, int index, String type, Function<Chain, Optional<?>> value)
                throws SQLException {
            Object[] values =
                    chains.stream().map(value).map(one -> one.orElse(null)).toArray();
            statement.setArray(index, connection.createArrayOf(type, values));
        }
    }

    private static int status(Authorization row) {
        return switch (row.state()) {
            case Pending pending -> throw new IllegalArgumentException("nothing becomes pending again");
            case Active active -> 1;
            case Ended ended -> 2;
        };
    }

    private static Optional<Active> active(Chain chain) {
        return chain.next().state() instanceof Active active ? Optional.of(active) : Optional.empty();
    }

    private static Optional<Issue> current(Chain chain) {
        return active(chain).map(Active::current);
    }

    private static Optional<Issue> previous(Chain chain) {
        return active(chain).flatMap(Active::previous);
    }

    private static int key(Issue issue) {
        return issue.keyId().value();
    }

    private static long since(Issue issue) {
        return issue.since().toEpochMilli();
    }

    private static Optional<Ended> ended(Chain chain) {
        return chain.next().state() instanceof Ended ended ? Optional.of(ended) : Optional.empty();
    }

    private static Optional<String> account(Chain chain, Function<ExternalAccount, String> part) {
        return chain.next().externalAccount().map(part).map(Text::storable);
    }
}
