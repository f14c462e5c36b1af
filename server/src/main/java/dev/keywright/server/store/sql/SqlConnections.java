package dev.keywright.server.store.sql;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.Edited;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.connection.SecretHash;
import dev.keywright.server.store.Connections;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Connections in tables: edits run in a transaction, where no connection can change under them. */
final class SqlConnections implements Connections {
    /** How many authorizations end in one transaction: no token request waits for more. */
    private static final int BATCH = 1000;

    /** Longer than any exchange is under way. */
    private static final Duration STRAGGLING = Duration.ofHours(1);

    private static final String IS_TAKEN = """
            SELECT EXISTS (SELECT 1 FROM connection WHERE client_id = ?)
              OR EXISTS (SELECT 1 FROM deleted_connection WHERE client_id = ?)
            """;
    /** In the words of the index of either database. */
    private static final String NOT_ENDED_OF_CLIENT =
            "SELECT id FROM \"authorization\" WHERE client_id = ? AND status <> 2 AND ended_at IS NULL LIMIT ?";

    private static final String UNSETTLED =
            "SELECT client_id, deleted_at FROM deleted_connection WHERE settled = 0 ORDER BY client_id LIMIT ?";
    private static final String SETTLE = "UPDATE deleted_connection SET settled = 1 WHERE client_id = ?";

    private final Transactions transactions;
    private final SqlUses uses;

    SqlConnections(Transactions transactions, SqlUses uses) {
        this.transactions = transactions;
        this.uses = uses;
    }

    @Override
    public boolean register(Connection connection) {
        return transactions.write(transaction -> {
            if (isTaken(transaction.statements(), connection.id())) {
                return false;
            }
            ConnectionChanges.insert(transaction.statements(), connection);
            transaction.changedName(connection.id());
            return true;
        });
    }

    private static boolean isTaken(Statements statements, ClientId id) throws SQLException {
        PreparedStatement statement = statements.bound(IS_TAKEN, id.value(), id.value());
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public Optional<Registration> find(ClientId id) {
        return transactions
                .readAll(statements -> ConnectionRows.registration(statements, id))
                .map(this::withUses);
    }

    @Override
    public List<Registration> list(Optional<PersonId> owner, int skip, int most) {
        List<Registration> found = transactions.readAll(statements -> {
            List<Registration> registered = new ArrayList<>();
            for (ClientId id : ConnectionRows.ids(statements, owner, skip, most)) {
                ConnectionRows.registration(statements, id).ifPresent(registered::add);
            }
            return registered;
        });
        return found.stream().map(this::withUses).toList();
    }

    @Override
    public Optional<Connection> withSecret(Set<SecretHash> secrets) {
        return transactions.readAll(statements -> {
            for (SecretHash secret : secrets) {
                Optional<Connection> found = ConnectionRows.withSecret(statements, secret);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        });
    }

    private Registration withUses(Registration written) {
        Map<SecretHash, Instant> lastUsed = new HashMap<>(written.lastUsed());
        Connection connection = written.connection();
        for (ClientSecret secret : connection.secrets()) {
            uses.of(connection.id(), secret.hash())
                    .ifPresent(noted ->
                            lastUsed.merge(secret.hash(), noted, (one, other) -> one.isAfter(other) ? one : other));
        }
        return new Registration(connection, written.version(), lastUsed);
    }

    @Override
    public Optional<Edited> edit(ClientId id, Edit edit) {
        return transactions.write(transaction -> {
            Optional<Registration> current = ConnectionRows.registration(transaction.statements(), id);
            if (current.isEmpty()) {
                return Optional.empty();
            }
            Edited edited = edit.decide(current.get());
            if (edited instanceof Edited.Changed(Connection next)) {
                ConnectionChanges.update(transaction.statements(), current.get().connection(), next);
                transaction.changedName(id);
                if (!next.capabilities().equals(current.get().connection().capabilities())) {
                    updateBot(transaction, next);
                }
            }
            return Optional.of(edited);
        });
    }

    /** Nobody is asked what an internal connection may do, so its bot may do the new things, and no others, at once. */
    private static void updateBot(Transaction transaction, Connection connection) throws SQLException {
        if (connection.internalTo().isPresent() && connection.owner().isPresent()) {
            BotId id = BotId.of(
                    connection.id(),
                    connection.internalTo().get(),
                    connection.owner().get());
            Optional<Bot> bot = InstallationRows.find(transaction.statements(), id);
            if (bot.isPresent()) {
                Bot before = bot.get();
                transaction.install(new Bot(id, before.installation(), connection.capabilities(), before.pages()));
            }
        }
    }

    @Override
    public Optional<Integer> delete(ClientId id, Instant now) {
        Optional<Integer> first = transactions.write(transaction -> {
            if (ConnectionRows.registration(transaction.statements(), id).isEmpty()) {
                return Optional.empty();
            }
            ConnectionChanges.delete(transaction.statements(), id, now);
            transaction.changedName(id);
            return Optional.of(endSome(transaction, id, now, BATCH));
        });
        // The connection is gone, and with it all that it could do: what is left ends in portions.
        return first.map(ended -> {
            int all = ended;
            for (int some = ended; some == BATCH; all += some) {
                some = transactions.write(transaction -> endSome(transaction, id, now, BATCH));
            }
            return all;
        });
    }

    private static int endSome(Transaction transaction, ClientId id, Instant now, int most) throws SQLException {
        PreparedStatement statement = transaction.statements().bound(NOT_ENDED_OF_CLIENT, id.value(), most);
        List<AuthorizationId> ids = AuthorizationRows.ids(statement);
        return transaction.end(ids, EndReason.CONNECTION_DELETED, now).size();
    }

    @Override
    public int settle(Instant now, int most) {
        return transactions.write(transaction -> {
            int ended = 0;
            for (Map.Entry<ClientId, Instant> deleted :
                    unsettled(transaction.statements(), most).entrySet()) {
                int some = endSome(transaction, deleted.getKey(), now, most);
                ended += some;
                if (some < most && !now.isBefore(deleted.getValue().plus(STRAGGLING))) {
                    transaction.statements().update(SETTLE, deleted.getKey().value());
                }
            }
            return ended;
        });
    }

    private static Map<ClientId, Instant> unsettled(Statements statements, int most) throws SQLException {
        Map<ClientId, Instant> deleted = new HashMap<>();
        PreparedStatement statement = statements.bound(UNSETTLED, most);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                deleted.put(new ClientId(Columns.uuid(row, 1)), Columns.time(row, 2));
            }
        }
        return deleted;
    }

    @Override
    public boolean issue(Authorization issued, Bot bot, int most) {
        Active active = (Active) issued.state();
        return transactions.write(transaction -> {
            boolean internal = ConnectionRows.find(
                            transaction.statements(), issued.installation().client())
                    .flatMap(Connection::internalTo)
                    .filter(issued.installation().workspace()::equals)
                    .isPresent();
            if (!internal || AuthorizationRows.live(transaction.statements(), bot.id()) >= most) {
                return false;
            }
            transaction.insert(issued, active);
            transaction.install(bot);
            return true;
        });
    }
}
