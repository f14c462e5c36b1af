package dev.keywright.server.world;

import dev.keywright.server.connection.Connection;
import dev.keywright.server.document.Complaint;
import dev.keywright.server.document.Fields;
import dev.keywright.server.document.Node;
import dev.keywright.server.document.YamlDocument;
import dev.keywright.server.store.RateLimits;
import dev.keywright.server.store.World;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Reads world files. Unknown fields, references to nothing, ids that are taken and values of the wrong type are refused;
 * nothing is ignored. What is left out or null gets its default; ids and secrets that are left out are made, in the order
 * of the file, so that they are a function of the file and the source of randomness.
 */
public final class WorldFile {
    /** What a world has. */
    static final List<String> FIELDS = List.of("people", "workspaces", "connections", "rate_limit");

    /** What its limits are. */
    static final List<String> RATE_LIMIT_FIELDS = List.of("requests_per_minute", "failed_authentication");

    private static final int MOST_PER_MINUTE = 1_000_000;

    private final SecretKeeping keeping;
    private final RandomGenerator random;
    private final InstantSource clock;

    /** Makes ids and secrets with {@code random}, which should be secure unless it is seeded; dates pages by {@code clock}. */
    public WorldFile(SecretKeeping keeping, RandomGenerator random, InstantSource clock) {
        this.keeping = keeping;
        this.random = random;
        this.clock = clock;
    }

    /** Reads a file. */
    public WorldReading read(Path file) {
        return understood(() -> YamlDocument.read(file));
    }

    /** Reads the text of a file; {@code name} is what refusals call it. */
    public WorldReading read(String name, String yaml) {
        return understood(() -> YamlDocument.read(name, yaml));
    }

    private WorldReading understood(Document document) {
        try {
            return new WorldReading.Understood(world(document.root()));
        } catch (Complaint e) {
            return new WorldReading.Refused(e.sentence());
        }
    }

    private World world(Node root) throws Complaint {
        Fields world = Fields.of(root, FIELDS);
        People people = People.read(world.list("people"), new Ids("person", random));
        Workspaces workspaces = Workspaces.read(world.list("workspaces"), people, random, clock.instant());
        List<Connection> connections = new Connections(people, workspaces, new Secrets(keeping, random), random)
                .read(world.list("connections"));
        return new World(people.all(), workspaces.all(), workspaces.pages(), connections, rateLimits(world));
    }

    private static RateLimits rateLimits(Fields world) throws Complaint {
        Optional<Node> limits = world.node("rate_limit");
        if (limits.isEmpty()) {
            return RateLimits.NONE;
        }
        Fields fields = Fields.of(limits.get(), RATE_LIMIT_FIELDS);
        return new RateLimits(
                fields.number("requests_per_minute", 1, MOST_PER_MINUTE),
                fields.number("failed_authentication", 1, MOST_PER_MINUTE));
    }

    private interface Document {
        Node root() throws Complaint;
    }
}
