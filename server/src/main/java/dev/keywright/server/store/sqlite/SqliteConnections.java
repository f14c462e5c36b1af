package dev.keywright.server.store.sqlite;

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

/** Connections on SQLite: edits run in the writer, where no connection can change under them. */
final class SqliteConnections implements Connections {
    /** How many authorizations end in one transaction: no token request waits for more. */
    private static final int BATCH = 1000;

    /** Longer than any exchange is under way. */
    private static final Duration STRAGGLING = Duration.ofHours(1);

    private static final String IS_TAKEN = """
            SELECT EXISTS (SELECT 1 FROM connection WHERE client_id = ?)
              OR EXISTS (SELECT 1 FROM deleted_connection WHERE client_id = ?)
            """;
    private static final String NOT_ENDED_OF_CLIENT =
            "SELECT id FROM authorization WHERE client_id = ? AND status <> 2 LIMIT ?";
    private static final String UNSETTLED =
            "SELECT client_id, deleted_at FROM deleted_connection WHERE settled = 0 ORDER BY client_id LIMIT ?";
    private static final String SETTLE = "UPDATE deleted_connection SET settled = 1 WHERE client_id = ?";

    private final Writer writer;
    private final Readers readers;
    private final SqliteUses uses;

    SqliteConnections(Writer writer, Readers readers, SqliteUses uses) {
        this.writer = writer;
        this.readers = readers;
        this.uses = uses;
    }

    @Override
    public boolean register(Connection connection) {
        return writer.write(group -> {
            if (isTaken(group.statements(), connection.id())) {
                return false;
            }
            ConnectionChanges.insert(group.statements(), connection);
            group.changedName(connection.id());
            return true;
        });
    }

    private static boolean isTaken(Statements statements, ClientId id) throws SQLException {
        PreparedStatement statement = statements.of(IS_TAKEN);
        Columns.bind(statement, id.value(), id.value());
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public Optional<Registration> find(ClientId id) {
        return readers.readAll(statements -> ConnectionRows.registration(statements, id))
                .map(this::withUses);
    }

    @Override
    public List<Registration> list(Optional<PersonId> owner, int skip, int most) {
        List<Registration> found = readers.readAll(statements -> {
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
        return readers.readAll(statements -> {
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
        return writer.write(group -> {
            Optional<Registration> current = ConnectionRows.registration(group.statements(), id);
            if (current.isEmpty()) {
                return Optional.empty();
            }
            Edited edited = edit.decide(current.get());
            if (edited instanceof Edited.Changed(Connection next)) {
                ConnectionChanges.update(group.statements(), current.get().connection(), next);
                group.changedName(id);
                if (!next.capabilities().equals(current.get().connection().capabilities())) {
                    updateBot(group, next);
                }
            }
            return Optional.of(edited);
        });
    }

    /** Nobody is asked what an internal connection may do, so its bot may do the new things, and no others, at once. */
    private static void updateBot(WriteGroup group, Connection connection) throws SQLException {
        if (connection.internalTo().isPresent() && connection.owner().isPresent()) {
            BotId id = BotId.of(
                    connection.id(),
                    connection.internalTo().get(),
                    connection.owner().get());
            Optional<Bot> bot = InstallationRows.find(group.statements(), id);
            if (bot.isPresent()) {
                Bot before = bot.get();
                group.install(new Bot(id, before.installation(), connection.capabilities(), before.pages()));
            }
        }
    }

    @Override
    public Optional<Integer> delete(ClientId id, Instant now) {
        Optional<Integer> first = writer.write(group -> {
            if (ConnectionRows.registration(group.statements(), id).isEmpty()) {
                return Optional.empty();
            }
            ConnectionChanges.delete(group.statements(), id, now);
            group.changedName(id);
            return Optional.of(endSome(group, id, now, BATCH));
        });
        // The connection is gone, and with it all that it could do: what is left ends in portions.
        return first.map(ended -> {
            int all = ended;
            for (int some = ended; some == BATCH; all += some) {
                some = writer.write(group -> endSome(group, id, now, BATCH));
            }
            return all;
        });
    }

    private static int endSome(WriteGroup group, ClientId id, Instant now, int most) throws SQLException {
        PreparedStatement statement = group.statements().of(NOT_ENDED_OF_CLIENT);
        Columns.bind(statement, id.value(), most);
        List<AuthorizationId> ids = AuthorizationRows.ids(statement);
        return group.end(ids, EndReason.CONNECTION_DELETED, now).size();
    }

    @Override
    public int settle(Instant now, int most) {
        return writer.write(group -> {
            int ended = 0;
            for (Map.Entry<ClientId, Instant> deleted :
                    unsettled(group.statements(), most).entrySet()) {
                int some = endSome(group, deleted.getKey(), now, most);
                ended += some;
                if (some < most && !now.isBefore(deleted.getValue().plus(STRAGGLING))) {
                    group.statements().update(SETTLE, deleted.getKey().value());
                }
            }
            return ended;
        });
    }

    private static Map<ClientId, Instant> unsettled(Statements statements, int most) throws SQLException {
        Map<ClientId, Instant> deleted = new HashMap<>();
        PreparedStatement statement = statements.of(UNSETTLED);
        Columns.bind(statement, most);
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
        return writer.write(group -> {
            boolean internal = ConnectionRows.find(
                            group.statements(), issued.installation().client())
                    .flatMap(Connection::internalTo)
                    .filter(issued.installation().workspace()::equals)
                    .isPresent();
            if (!internal || AuthorizationRows.live(group.statements(), bot.id()) >= most) {
                return false;
            }
            group.insert(issued, active);
            group.install(bot);
            return true;
        });
    }
}
