package dev.keywright.bench;

import dev.keywright.bench.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Servers by name, each to be started many times. */
final class Starts {
    private final Map<String, Start> servers = new LinkedHashMap<>();

    /** One start, until the server is ready. */
    interface Start {
        /** Starts it. */
        ServerProcess start() throws IOException;
    }

    /** Adds a server. */
    void add(String name, Start start) {
        servers.put(name, start);
    }

    /** All of them, in the order in which they were added. */
    Map<String, Start> all() {
        return servers;
    }

    /**
     * The middle of each server's times from its command to its ready line. They are started in turns, once more than asked
     * for: the first start of each finds its files not yet in memory.
     */
    Map<String, Duration> times(int count) throws IOException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int i = 0; i <= count; i++) {
            for (Map.Entry<String, Start> server : servers.entrySet()) {
                try (ServerProcess process = server.getValue().start()) {
                    if (i > 0) {
                        times.computeIfAbsent(server.getKey(), name -> new ArrayList<>())
                                .add((double) process.startTime().toNanos());
                    }
                }
            }
        }
        Map<String, Duration> middles = new LinkedHashMap<>();
        times.forEach((name, all) -> middles.put(name, middle(all)));
        return middles;
    }

    private static Duration middle(List<Double> times) {
        return Duration.ofNanos(Math.round(
                Runs.middle(times.stream().mapToDouble(Double::doubleValue).toArray())));
    }
}
