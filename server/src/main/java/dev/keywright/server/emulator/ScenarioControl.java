package dev.keywright.server.emulator;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Clip;
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
import dev.keywright.server.store.Installed;
import dev.keywright.server.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET} and {@code POST /emulator/scenarios}: lists the situations that there are, plays one for a connection. */
public final class ScenarioControl implements ControlEndpoint.Action {
    /** What it takes. */
    public static final Set<String> FIELDS = Set.of("name", "client_id");

    private static final int AT_ONCE = 100;

    private final Store store;
    private final InstantSource clock;
    private final FaultList faults;

    /** Plays scenarios with these faults. */
    ScenarioControl(Store store, InstantSource clock, FaultList faults) {
        this.store = store;
        this.clock = clock;
        this.faults = faults;
    }

    @Override
    public Operation operation(String method) {
        Member name = Member.required("name", names());
        Member client = Member.required("client_id", Schema.text("uuid"));
        Member happens = Member.required("what_happens", Schema.text());
        Member should = Member.required("what_the_app_should_do", Schema.text());
        if (method.equals("GET")) {
            return Operation.of(Subject.CONTROL, "Lists scenarios", "Situations that break apps, by name.")
                    .answering(Reply.json(
                            200,
                            "All there are.",
                            Schema.object(Member.required(
                                    "scenarios", Schema.listOf(Schema.object(name, happens, should))))));
        }
        Member ended =
                Member.optional("ended_authorizations", Schema.wholeNumber().meaning("Where the scenario ends some."));
        return Operation.of(Subject.CONTROL, "Plays a scenario", "For one connection, with what it asks next.")
                .taking(Body.json(name, client))
                .answering(Reply.json(200, "It is set.", Schema.object(name, client, happens, should, ended)));
    }

    private static Schema names() {
        return Schema.oneOf(Stream.of(Scenario.values()).map(Scenario::title).toList());
    }

    @Override
    public Answer act(Request request, ObjectNode body) {
        return request.method().equals("POST") ? play(body) : list();
    }

    private static Answer list() {
        ObjectNode json = ControlJson.MAPPER.createObjectNode();
        ArrayNode scenarios = json.putArray("scenarios");
        for (Scenario scenario : Scenario.values()) {
            scenarios
                    .addObject()
                    .put("name", scenario.title())
                    .put("what_happens", scenario.happens())
                    .put("what_the_app_should_do", scenario.appShould());
        }
        return ControlEndpoint.ok(json);
    }

    private Answer play(ObjectNode body) {
        String name = text(body, "name").orElse("");
        Optional<Scenario> scenario = Stream.of(Scenario.values())
                .filter(known -> known.title().equals(name))
                .findFirst();
        if (scenario.isEmpty()) {
            return ControlEndpoint.refused("name should be one of "
                    + Stream.of(Scenario.values()).map(Scenario::title).collect(Collectors.joining(", ")));
        }
        Optional<ClientId> client =
                text(body, "client_id").flatMap(Uuids::anyForm).map(ClientId::new);
        if (client.flatMap(store::connection).isEmpty()) {
            return ControlEndpoint.refused("client_id should be the one of a connection of this world"
                    + client.map(id -> ", and " + Clip.name(id.toString()) + " is not")
                            .orElse(""));
        }
        return play(scenario.get(), client.get());
    }

    private Answer play(Scenario scenario, ClientId client) {
        ObjectNode json = ControlJson.MAPPER
                .createObjectNode()
                .put("name", scenario.title())
                .put("client_id", client.toString())
                .put("what_happens", scenario.happens())
                .put("what_the_app_should_do", scenario.appShould());
        scenario.rule(client)
                .ifPresentOrElse(faults::add, () -> json.put("ended_authorizations", disconnectEverybody(client)));
        return ControlEndpoint.ok(json);
    }

    private int disconnectEverybody(ClientId client) {
        int ended = 0;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Installed> installed = store.installations().ofConnection(client, Optional.empty(), AT_ONCE);
        while (!installed.isEmpty()) {
            for (Installed one : installed) {
                BotId bot = one.bot().id();
                ended += store.authorizations()
                        .endAll(bot, EndReason.DISCONNECTED, now)
                        .size();
            }
            installed = store.installations().ofConnection(client, Optional.empty(), AT_ONCE);
        }
        return ended;
    }

    private static Optional<String> text(ObjectNode body, String name) {
        return Optional.ofNullable(body.get(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
