package dev.keywright.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The emulator's time. All that moves it is refused on a shared emulator: it is other classes' time too. */
public final class EmulatorClock {
    private static final String PATH = "/emulator/clock";

    private final ControlEndpoints control;
    private final Scope scope;

    EmulatorClock(ControlEndpoints control, Scope scope) {
        this.control = control;
        this.scope = scope;
    }

    /** What time it is there. */
    public Instant now() {
        return instant(control.get(PATH));
    }

    /** Moves on by a duration, zero or more; gives the time then. Without a seed it runs on from there. */
    public Instant advance(Duration duration) {
        return post(Map.of("advance", duration.toString()));
    }

    /** Moves on to a moment, which must not be past; gives the time then. Without a seed it runs on from there. */
    public Instant set(Instant moment) {
        return post(Map.of("set", moment.toString()));
    }

    /** Stands still from now on; gives the time. */
    public Instant stop() {
        return post(Map.of("stop", true));
    }

    private Instant post(Map<String, Object> body) {
        scope.permitAll("the clock");
        return instant(control.post(PATH, body));
    }

    private static Instant instant(JsonNode answer) {
        return Instant.parse(answer.path("now").asString());
    }
}
