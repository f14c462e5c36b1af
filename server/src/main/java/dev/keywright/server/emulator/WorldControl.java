package dev.keywright.server.emulator;

import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /emulator/world}: what there is now, in the shape of a world file. */
public final class WorldControl implements ControlEndpoint.Action {
    /** What it takes: nothing. */
    public static final Set<String> FIELDS = Set.of();

    private final Supplier<String> world;

    /** Shows a world that is written as JSON. */
    public WorldControl(Supplier<String> world) {
        this.world = world;
    }

    @Override
    public Operation operation(String method) {
        return Operation.of(
                        Subject.CONTROL,
                        "Shows the world",
                        "People, workspaces with their pages, and connections with their secrets, as they are now.")
                .answering(Reply.json(200, "The world, in the shape of a world file.", schema()));
    }

    private static Schema schema() {
        return Schema.object(
                Member.required("people", Schema.listOf(WorldSchemas.person())),
                Member.required("workspaces", Schema.listOf(WorldSchemas.workspace())),
                Member.required("connections", Schema.listOf(WorldSchemas.connection())),
                Member.required("rate_limit", WorldSchemas.rateLimit()));
    }

    @Override
    public Answer act(Request request, ObjectNode body) {
        return Answer.json(200, world.get().getBytes(StandardCharsets.UTF_8));
    }
}
