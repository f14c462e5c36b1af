package dev.keywright.testkit;

import dev.keywright.testkit.launch.Launch;
import dev.keywright.testkit.launch.RunningEmulator;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * A running emulator in the hands of a test. It is safe to share between threads. What the emulator does not take is an
 * {@link EmulatorRefusedException} with its own sentence.
 */
public final class Emulator implements AutoCloseable {
    private final ControlEndpoints control;
    private final Scope scope;
    private final Runnable stop;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Emulator(ControlEndpoints control, Scope scope, Runnable stop) {
        this.control = control;
        this.scope = scope;
        this.stop = stop;
    }

    /**
     * Starts one on a free port of this machine; when this returns it answers. Close it after use.
     *
     * @throws dev.keywright.testkit.launch.EmulatorNotStartedException when it cannot; the message says what to do
     */
    public static Emulator start(EmulatorSettings settings) {
        Map<String, String> named = new LinkedHashMap<>();
        settings.seed().ifPresent(seed -> named.put("seed", Long.toString(seed)));
        if (settings.autoApprove()) {
            named.put("auto_approve", "true");
        }
        // Beside the start: the first JSON mapper of a JVM takes a while to make.
        Thread preparation = new Thread(ControlEndpoints::prepare, "emulator-client");
        preparation.setDaemon(true);
        preparation.start();
        RunningEmulator running = Launch.emulator(settings.world(), named);
        return new Emulator(new ControlEndpoints(running.url()), new Scope.Alone(), running::close);
    }

    /** The same emulator for a class that shares it with others; empty: the first connection of the world. */
    Emulator forConnection(Optional<String> nameOrClientId) {
        Connection own = nameOrClientId.map(world()::connection).orElseGet(this::connection);
        return new Emulator(control, new Scope.OneConnection(own, new AtomicLong()), () -> {});
    }

    /** Where it listens, without a slash at the end; an app under test takes this for {@code https://api.notion.com}. */
    public URI baseUrl() {
        return control.baseUrl();
    }

    /** The world as it stands now. */
    public World world() {
        return WorldReader.read(control.get("/emulator/world"));
    }

    /** The connection of this test class on a shared emulator; else the first of the world. */
    public Connection connection() {
        return scope.own().orElseGet(() -> world().connections().get(0));
    }

    /** A person allows the connection; see {@link Consent#allow}. */
    public Redirect authorize(Connection connection) {
        return authorize(connection.authorizationUrl(), Consent.allow());
    }

    /**
     * Plays the person who answers at an authorization URL, by the same code as the page there.
     *
     * @param authorizationUrl to which the app under test sends the browser; only its query counts
     */
    public Redirect authorize(URI authorizationUrl, Consent consent) {
        Map<String, Object> fields = new LinkedHashMap<>(parameters(authorizationUrl));
        scope.permitConnection(String.valueOf(fields.get("client_id")));
        fields.putAll(consent.fields());
        JsonNode answer = control.post("/emulator/authorize", fields);
        return new Redirect(URI.create(answer.path("redirect_to").asString()), JsonText.find(answer, "code"));
    }

    private static Map<String, String> parameters(URI url) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter :
                Optional.ofNullable(url.getRawQuery()).orElse("").split("&", -1)) {
            List<String> pair = List.of(parameter.split("=", 2));
            parameters.put(decoded(pair.get(0)), pair.size() > 1 ? decoded(pair.get(1)) : "");
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The emulator's time. */
    public EmulatorClock clock() {
        return new EmulatorClock(control, scope);
    }

    /** What will go wrong. */
    public Faults faults() {
        return new Faults(control, scope);
    }

    /**
     * Plays a situation that breaks apps, for one connection.
     *
     * @param name one of those that {@code GET /emulator/scenarios} lists: {@code refresh-answer-lost}
     */
    public void scenario(String name, Connection connection) {
        scope.permitConnection(connection.clientId());
        control.post("/emulator/scenarios", Map.of("name", name, "client_id", connection.clientId()));
    }

    /** A person disconnects: all authorizations of this bot end. Gives how many, at least one. */
    public int revoke(String botId) {
        return control.post("/emulator/revoke", Map.of("bot_id", botId))
                .path("ended_authorizations")
                .asInt();
    }

    /** The journal of what the app under test asked. */
    public Requests requests() {
        return new Requests(control, scope);
    }

    /**
     * Back to the world and the clock of the start, without faults, with an empty journal; tokens from before are unknown.
     * JUnit's extension does this before each test method.
     *
     * @throws EmulatorRefusedException on a shared emulator, which other test classes use
     */
    public void reset() {
        scope.permitAll("reset");
        control.post("/emulator/reset", Map.of());
    }

    /** As if nothing had happened: all of it, or as far as the connection of a shared emulator is concerned. */
    void startOver() {
        if (scope instanceof Scope.OneConnection one) {
            control.delete(
                    "/emulator/faults", Map.of("client_id", one.connection().clientId()));
            // Ends what was authorized, and says no more to anyone.
            scenario("token-revoked-by-person", one.connection());
            Requests.everyones(control).forEach(entry -> one.forgotten().set(entry.id()));
        } else {
            reset();
        }
    }

    /** Stops it; nothing of it is left. On a shared emulator this does nothing: that stops with the run. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stop.run();
        }
    }

    @Override
    public String toString() {
        return "Emulator[" + baseUrl() + "]";
    }
}
