package dev.keywright.server.oauth;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Clip;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.ResourceServer;
import dev.keywright.server.connection.SecretHash;
import dev.keywright.server.store.Store;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whom an endpoint takes for its clients: at the introspection endpoint alone that is not connections only.
 *
 * @param <C> what they are to the endpoint
 */
public interface Clients<C> {
    /** Whom this id names; whether it is really that one is not known yet. */
    Optional<Candidate<C>> find(ClientId id, Connections connections);

    /** How a request finds connections. */
    interface Connections {
        /** A connection by its client id. */
        Optional<Connection> find(ClientId id);
    }

    /** Connections, which have tokens of their own. */
    static Clients<Connection> connections() {
        return (id, connections) -> connections.find(id).map(connection -> candidate(connection, connection));
    }

    /** Who may introspect: connections, and resource servers. */
    static Clients<Introspector> introspectors(Store store) {
        return (id, connections) -> connections
                .find(id)
                .map(connection ->
                        Clients.<Introspector>candidate(connection, new Introspector.OfOwnTokens(connection)))
                .or(() -> store.resourceServers().find(id).map(Clients::candidate));
    }

    /**
     * Somebody with the id that was presented.
     *
     * @param secretFor the secret of theirs that a presented one is; takes the same time whether it is one or not
     * @param whyNot why a presented secret is none of theirs: for journal and log only
     */
    record Candidate<C>(C client, Function<String, Optional<SecretHash>> secretFor, Function<String, String> whyNot) {}

    private static <C> Candidate<C> candidate(Connection connection, C client) {
        return new Candidate<>(
                client,
                presented -> connection.secretFor(presented).map(secret -> secret.hash()),
                presented -> whyNot(connection, presented));
    }

    private static Candidate<Introspector> candidate(ResourceServer server) {
        return new Candidate<>(
                new Introspector.OfAccessTokens(server),
                server::secretFor,
                presented -> wrongSecret(presented, "the resource server " + server.name()));
    }

    private static String whyNot(Connection connection, String presented) {
        if (connection.internalTo().isPresent()) {
            return "the connection " + connection.name() + " is internal: it has a static token and no secret";
        }
        return connection.disabled()
                ? "the connection " + connection.name() + " is disabled"
                : wrongSecret(presented, connection.name());
    }

    private static String wrongSecret(String presented, String owner) {
        return "the client_secret (" + Clip.secret(presented) + ") is not the one of " + owner;
    }
}
