package dev.keywright.server.store;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.connection.ResourceServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may introspect any token. There are few. What was answered holds for the very next request. */
public interface ResourceServers {
    /** Keeps a new one; false, and nothing done, when its id or its name is another's. */
    boolean add(ResourceServer server);

    /** One by its id. */
    Optional<ResourceServer> find(ClientId id);

    /** All, by name. */
    List<Listed> list();

    /** Deletes one: it is refused from now on. False when there is none of this id. */
    boolean delete(ClientId id);

    /**
     * One of the list.
     *
     * @param lastUsed when it authenticated last, to within an hour
     */
    record Listed(ResourceServer server, Optional<Instant> lastUsed) {}
}
