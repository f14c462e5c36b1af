package dev.keywright.server.emulator;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.description.Body;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Store;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /emulator/revoke}: a person disconnects a connection; all its authorizations end, pending ones included. */
public final class RevokeControl implements ControlEndpoint.Action {
    /** What it takes. */
    public static final Set<String> FIELDS = Set.of("bot_id");

    private final Store store;
    private final InstantSource clock;

    /** Disconnects bots of a store. */
    public RevokeControl(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Operation operation(String method) {
        return Operation.of(
                        Subject.CONTROL,
                        "Disconnects a bot",
                        "Plays the person who disconnects: every authorization of the bot ends.")
                .taking(Body.json(Member.required("bot_id", Schema.text("uuid"))))
                .answering(Reply.json(
                        200, "Done.", Schema.object(Member.required("ended_authorizations", Schema.wholeNumber()))));
    }

    @Override
    public Answer act(Request request, ObjectNode body) {
        Optional<UUID> bot = Optional.ofNullable(body.get("bot_id"))
                .filter(node -> node.isString())
                .flatMap(node -> Uuids.anyForm(node.stringValue()));
        if (bot.isEmpty()) {
            return ControlEndpoint.refused("bot_id should be the bot_id of a token answer, a UUID");
        }
        int ended = store.authorizations()
                .endAll(
                        new BotId(bot.get()),
                        EndReason.DISCONNECTED,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .size();
        return ended == 0
                ? ControlEndpoint.refused("bot_id: no live authorization belongs to the bot " + bot.get())
                : ControlEndpoint.ok(ControlJson.MAPPER.createObjectNode().put("ended_authorizations", ended));
    }
}
