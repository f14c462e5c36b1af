package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.connection.ResourceServer;
import dev.keywright.server.connection.SecretHash;
import dev.keywright.server.store.ResourceServers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Resource servers on SQLite. One that is asked for is kept in memory, as connections are. */
final class SqliteResourceServers implements ResourceServers {
    private static final String INSERT = """
            INSERT INTO resource_server (client_id, name, sha256, made_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String FIND = "SELECT name, sha256, made_at FROM resource_server WHERE client_id = ?";
    private static final String LIST =
            "SELECT name, sha256, made_at, client_id, last_used_at FROM resource_server ORDER BY name COLLATE NOCASE, name";
    private static final String DELETE = "DELETE FROM resource_server WHERE client_id = ?";

    private final Writer writer;
    private final Readers readers;
    private final NameCache names;
    private final SqliteUses uses;

    SqliteResourceServers(Writer writer, Readers readers, NameCache names, SqliteUses uses) {
        this.writer = writer;
        this.readers = readers;
        this.names = names;
        this.uses = uses;
    }

    /** What the cache knows one by: the same id, bare, would name a connection. */
    private record Key(ClientId id) {}

    @Override
    public boolean add(ResourceServer server) {
        return writer.write(group -> {
            group.changedName(new Key(server.id()));
            return group.statements()
                            .update(
                                    INSERT,
                                    server.id().value(),
                                    server.name(),
                                    server.secret().hex(),
                                    server.madeAt())
                    == 1;
        });
    }

    @Override
    public Optional<ResourceServer> find(ClientId id) {
        return names.find(
                new Key(id),
                ResourceServer.class,
                () -> readers.read(statements -> {
                    PreparedStatement statement = statements.of(FIND);
                    Columns.bind(statement, id.value());
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? Optional.of(server(id, row)) : Optional.empty();
                    }
                }));
    }

    private static ResourceServer server(ClientId id, ResultSet row) throws SQLException {
        return new ResourceServer(id, row.getString(1), new SecretHash(row.getString(2)), Columns.time(row, 3));
    }

    @Override
    public List<Listed> list() {
        List<Listed> written = readers.read(statements -> {
            List<Listed> rows = new ArrayList<>();
            try (ResultSet row = statements.of(LIST).executeQuery()) {
                while (row.next()) {
                    ClientId id = new ClientId(Columns.uuid(row, 4));
                    rows.add(new Listed(server(id, row), Columns.optionalTime(row, 5)));
                }
            }
            return rows;
        });
        return written.stream().map(this::withUse).toList();
    }

    private Listed withUse(Listed written) {
        ResourceServer server = written.server();
        Optional<Instant> noted = uses.of(server.id(), server.secret());
        return new Listed(
                server,
                Stream.of(written.lastUsed(), noted).flatMap(Optional::stream).max(Instant::compareTo));
    }

    @Override
    public boolean delete(ClientId id) {
        return writer.write(group -> {
            group.changedName(new Key(id));
            return group.statements().update(DELETE, id.value()) == 1;
        });
    }
}
