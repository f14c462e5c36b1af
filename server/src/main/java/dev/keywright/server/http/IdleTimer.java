package dev.keywright.server.http;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.spi.ServerConnection;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Map;

/**
 * Ends the timer that Helidon 4 leaves running for each server that was stopped, and with it all that the server holds
 * (helidon-io/helidon#11939, which Helidon 27 has solved; then this class goes). Whoever stops a server and goes on, as
 * tests do, would lose a thread and its memory each time.
 *
 * <p>Nothing refers to that timer but its own thread, and no public way leads there: the thread ends when its task throws.
 * So the stopped server is given one last connection, at which the task throws when it next looks for idle ones.
 */
final class IdleTimer {
    /** How often the task looks, and so how long the thread outlives the server at most. */
    static final Duration PERIOD = Duration.ofSeconds(5);

    private IdleTimer() {}

    static void end(WebServer stopped) {
        try {
            for (Object listener : ((Map<?, ?>) field(stopped, "listeners")).values()) {
                @SuppressWarnings("unchecked") // As it is declared there.
                Map<String, ServerConnection> connections =
                        (Map<String, ServerConnection>) field(listener, "activeConnections");
                connections.put("the last one", new Last());
            }
        } catch (ReflectiveOperationException e) {
            // Another Helidon, which ends its timers itself.
        }
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }

    /** Nobody is at its other end. */
    private static final class Last implements ServerConnection {
        @Override
        public Duration idleTime() {
            // Meant to happen, so nobody need be told.
            Thread.currentThread().setUncaughtExceptionHandler((thread, end) -> {});
            throw new IllegalStateException("the server was stopped, and its timer stops with it");
        }

        @Override
        public void close(boolean interrupt) {}
    }
}
