package dev.keywright.server.store.sql;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.connection.ResourceServer;
import dev.keywright.server.connection.SecretHash;
import dev.keywright.server.store.ResourceServers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Resource servers in tables. One that is asked for is named as connections are. */
final class SqlResourceServers implements ResourceServers {
    private static final String INSERT = """
            INSERT INTO resource_server (client_id, name, sha256, made_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String FIND = "SELECT name, sha256, made_at FROM resource_server WHERE client_id = ?";
    private static final String LIST = "SELECT name, sha256, made_at, client_id, last_used_at FROM resource_server";
    private static final String DELETE = "DELETE FROM resource_server WHERE client_id = ?";

    private static final Comparator<Listed> BY_NAME = Comparator.comparing(
                    (Listed listed) -> listed.server().name(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(listed -> listed.server().name());

    private final Transactions transactions;
    private final Names names;
    private final SqlUses uses;

    SqlResourceServers(Transactions transactions, Names names, SqlUses uses) {
        this.transactions = transactions;
        this.names = names;
        this.uses = uses;
    }

    /** What the cache knows one by: the same id, bare, would name a connection. */
    private record Key(ClientId id) {}

    @Override
    public boolean add(ResourceServer server) {
        return transactions.write(transaction -> {
            transaction.changedName(new Key(server.id()));
            return transaction
                            .statements()
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
                () -> transactions.read(statements -> {
                    PreparedStatement statement = statements.bound(FIND, id.value());
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
        List<Listed> written = transactions.read(statements -> {
            List<Listed> rows = new ArrayList<>();
            try (ResultSet row = statements.of(LIST).executeQuery()) {
                while (row.next()) {
                    ClientId id = new ClientId(Columns.uuid(row, 4));
                    rows.add(new Listed(server(id, row), Columns.optionalTime(row, 5)));
                }
            }
            return rows;
        });
        return written.stream().sorted(BY_NAME).map(this::withUse).toList();
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
        return transactions.write(transaction -> {
            transaction.changedName(new Key(id));
            return transaction.statements().update(DELETE, id.value()) == 1;
        });
    }
}
