package dev.keywright.server.store.sql;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.connection.SecretHash;
import dev.keywright.server.store.Uses;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Uses noted in two bounded maps. A hot token costs a look, for a use is noted again only after a minute. */
final class SqlUses implements Uses {
    /** About 30 MB; what is used beyond that before the next writing goes unnoted. */
    private static final int MOST = 200_000;

    private static final Duration NOTED_AGAIN = Duration.ofMinutes(1);
    private static final Duration WRITTEN_AGAIN = Duration.ofHours(1);
    private static final String WRITE = """
            UPDATE "authorization" SET last_used_at = ? WHERE id = ? AND status = 1 AND coalesce(last_used_at, 0) <= ?
            """;
    private static final String WRITE_SECRET = """
            UPDATE connection_secret SET last_used_at = ?
            WHERE client_id = ? AND sha256 = ? AND coalesce(last_used_at, 0) <= ?
            """;

    /** The id says whether it is a connection's secret or a resource server's. */
    private static final String WRITE_RESOURCE_SERVER = """
            UPDATE resource_server SET last_used_at = ?
            WHERE client_id = ? AND sha256 = ? AND coalesce(last_used_at, 0) <= ?
            """;

    private final Transactions transactions;
    private final Map<AuthorizationId, Use> authorizations = new ConcurrentHashMap<>();
    private final Map<BotId, Instant> bots = new ConcurrentHashMap<>();
    private final Map<Secret, Instant> secrets = new ConcurrentHashMap<>();

    SqlUses(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Use(AuthorizationId id, BotId bot, Instant at) {}

    private record Secret(ClientId client, SecretHash hash) {}

    @Override
    public void note(ClientId client, SecretHash hash, Instant at) {
        Secret secret = new Secret(client, hash);
        if (isNews(Optional.ofNullable(secrets.get(secret)), secrets.size(), at)) {
            secrets.put(secret, at);
        }
    }

    @Override
    public void note(Authorization authorization, Instant at) {
        AuthorizationId id = authorization.id();
        if (isNews(Optional.ofNullable(authorizations.get(id)).map(Use::at), authorizations.size(), at)) {
            authorizations.put(id, new Use(id, authorization.bot(), at));
            bots.put(authorization.bot(), at);
        }
    }

    private static boolean isNews(Optional<Instant> noted, int size, Instant at) {
        return noted.map(before -> !at.isBefore(before.plus(NOTED_AGAIN))).orElse(size < MOST);
    }

    /** When a token of this bot was used last, as far as it was noted and not yet written. */
    Optional<Instant> of(BotId bot) {
        return Optional.ofNullable(bots.get(bot));
    }

    /** When an access token of this authorization was used last, as far as it was noted and not yet written. */
    Optional<Instant> of(AuthorizationId id) {
        return Optional.ofNullable(authorizations.get(id)).map(Use::at);
    }

    /** When this secret was used last, as far as it was noted and not yet written. */
    Optional<Instant> of(ClientId client, SecretHash hash) {
        return Optional.ofNullable(secrets.get(new Secret(client, hash)));
    }

    @Override
    public int write(int most) {
        List<Use> used = authorizations.values().stream().limit(most).toList();
        List<Map.Entry<Secret, Instant>> authenticated = secrets.entrySet().stream()
                .limit(most - used.size())
                .map(noted -> Map.entry(noted.getKey(), noted.getValue()))
                .toList();
        if (used.isEmpty() && authenticated.isEmpty()) {
            return 0;
        }
        int taken = transactions.writeEach(transaction -> {
            write(transaction.statements(), used, authenticated);
            return used.size() + authenticated.size();
        });
        // After the commit, so that who looks meanwhile sees no older time; what was noted since then stays.
        used.forEach(use -> {
            authorizations.remove(use.id(), use);
            bots.remove(use.bot(), use.at());
        });
        authenticated.forEach(noted -> secrets.remove(noted.getKey(), noted.getValue()));
        return taken;
    }

    private static void write(Statements statements, List<Use> used, List<Map.Entry<Secret, Instant>> authenticated)
            throws SQLException {
        for (Use use : used) {
            statements
                    .bound(WRITE, use.at(), use.id(), use.at().minus(WRITTEN_AGAIN))
                    .addBatch();
        }
        statements.of(WRITE).executeBatch();
        for (String sql : List.of(WRITE_SECRET, WRITE_RESOURCE_SERVER)) {
            for (Map.Entry<Secret, Instant> noted : authenticated) {
                ClientId client = noted.getKey().client();
                String hash = noted.getKey().hash().hex();
                Instant at = noted.getValue();
                statements
                        .bound(sql, at, client.value(), hash, at.minus(WRITTEN_AGAIN))
                        .addBatch();
            }
            statements.of(sql).executeBatch();
        }
    }

    /** Forgets everything: the world is another. */
    void clear() {
        authorizations.clear();
        bots.clear();
        secrets.clear();
    }
}
