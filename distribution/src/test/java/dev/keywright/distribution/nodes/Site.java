package dev.keywright.distribution.nodes;

import dev.keywright.distribution.nodes.Fault.Planned;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Nodes, two databases and the wires between them, and what befalls them. */
final class Site implements AutoCloseable {
    private static final int NODES = 3;

    /** Shorter than by default, so that in a round much can happen. */
    private static final String OPTIONS = "targetServerType=primary&socketTimeout=2";

    private static final long FROZEN_MILLIS = 3000;

    private final Databases databases;
    private final List<Wire> wires = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private volatile long failedOverAt = Long.MAX_VALUE;

    /** Starts all of it, on a copy of the prepared data. */
    Site(Databases.Prepared prepared, Path folder, Path keys)
            throws IOException, InterruptedException, ExecutionException {
        databases = Databases.start(prepared, folder);
        List<Integer> ports = new ArrayList<>();
        for (int database : databases.ports()) {
            Wire wire = new Wire(database);
            wires.add(wire);
            ports.add(wire.port());
        }
        String url = Databases.url(ports, OPTIONS);
        // The first one makes the keys.
        nodes.add(new Node(url, keys));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Node>> starting = new ArrayList<>();
            for (int i = 1; i < NODES; i++) {
                starting.add(threads.submit(() -> new Node(url, keys)));
            }
            for (Future<Node> node : starting) {
                nodes.add(node.get());
            }
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    Databases databases() {
        return databases;
    }

    /** When the standby had taken over, on the clock of histories. */
    long failedOverAt() {
        return failedOverAt;
    }

    /** How many commits were not acknowledged though they were done. */
    int lostAcknowledgements() {
        return wires.stream().mapToInt(Wire::lostAcknowledgements).sum();
    }

    /** Lets everything happen at its time; when this returns, everything that is to come back is back. */
    void suffer(List<Planned> schedule) throws Exception {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> happening = new ArrayList<>();
            for (Planned planned : schedule) {
                long wait = begin + TimeUnit.MILLISECONDS.toNanos(planned.atMillis()) - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(wait);
                happening.add(threads.submit(() -> happen(planned.fault())));
            }
            for (Future<Boolean> one : happening) {
                one.get();
            }
        }
    }

    private boolean happen(Fault fault) throws IOException, InterruptedException, SQLException {
        switch (fault) {
            case Fault.KillNode(int node) -> nodes.get(node).killAndStart();
            case Fault.CutConnections cut -> wires.forEach(Wire::cut);
            case Fault.LoseAcknowledgement lose -> wires.forEach(Wire::loseAcknowledgement);
            case Fault.Freeze freeze -> {
                wires.forEach(Wire::freeze);
                TimeUnit.MILLISECONDS.sleep(FROZEN_MILLIS);
                wires.forEach(Wire::thaw);
            }
            case Fault.FailOver(Databases.Death death) -> {
                databases.killPrimary(death);
                databases.promoteStandby();
                failedOverAt = System.nanoTime();
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::close);
        for (Wire wire : wires) {
            wire.close();
        }
        databases.close();
    }
}
