package dev.keywright.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Puts a load on a server: every connection sends its next request as soon as it has its answer. All of it happens on the
 * calling thread. At the end the requests under way are waited for, so that a conversation knows what became of each.
 */
public final class Driver {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final InetSocketAddress server;
    private final LongSupplier nanoTime;

    /** A driver of one server. */
    public Driver(InetSocketAddress server) {
        this(server, System::nanoTime);
    }

    /** A driver whose time is told by {@code nanoTime}, in nanoseconds from any start. */
    Driver(InetSocketAddress server, LongSupplier nanoTime) {
        this.server = server;
        this.nanoTime = nanoTime;
    }

    /** Runs the load; fails when the server cannot be connected to. */
    public LoadResult run(Workload workload, Load load) throws IOException {
        try (Selector selector = Selector.open()) {
            return new Run(selector, load).all(workload);
        }
    }

    /** One load, from the first connection to the last answer. */
    private final class Run {
        private final Selector selector;
        private final Load load;
        private final Answer answer = new Answer();
        private final Histogram latencies = new Histogram();
        private final Complaints complaints = new Complaints();
        private long countFrom;
        private long countUntil;

        Run(Selector selector, Load load) {
            this.selector = selector;
            this.load = load;
        }

        LoadResult all(Workload workload) throws IOException {
            List<Exchange> exchanges = new ArrayList<>();
            for (int i = 0; i < load.connections(); i++) {
                exchanges.add(Exchange.open(server, workload.on(i, load.connections()), selector));
            }
            countFrom = nanoTime.getAsLong() + load.warmUp().toNanos();
            countUntil = countFrom + load.measured().toNanos();
            for (Exchange exchange : exchanges) {
                exchange.send(nanoTime.getAsLong());
            }
            long giveUp = countUntil + PATIENCE.toNanos();
            while (anyUnderWay() && nanoTime.getAsLong() < giveUp) {
                selector.select(this::receive, PATIENCE.toMillis());
            }
            for (SelectionKey key : selector.keys()) {
                end((Exchange) key.attachment());
            }
            return new LoadResult(load.measured(), latencies, complaints.count(), complaints.first());
        }

        /** Cheap while the load runs: connections are asked only after it. */
        private boolean anyUnderWay() {
            return nanoTime.getAsLong() < countUntil
                    || selector.keys().stream().anyMatch(key -> ((Exchange) key.attachment()).underWay());
        }

        private void receive(SelectionKey key) {
            Exchange exchange = (Exchange) key.attachment();
            try {
                switch (exchange.receive(answer)) {
                    case INCOMPLETE -> {}
                    case MALFORMED -> {
                        complaints.add("malformed: " + exchange.receivedText());
                        replace(exchange);
                    }
                    case COMPLETE -> {
                        long now = nanoTime.getAsLong();
                        judge(exchange, now);
                        if (now < countUntil) {
                            exchange.send(now);
                        }
                    }
                }
            } catch (IOException e) {
                complaints.add(e.toString());
                replace(exchange);
            }
        }

        private void judge(Exchange exchange, long now) {
            if (!exchange.conversation().accept(answer)) {
                complaints.add("wrong: " + exchange.receivedText());
            }
            if (now >= countFrom && now < countUntil) {
                latencies.record(now - exchange.sentAt());
            }
        }

        /** A connection that broke is opened again, so that the load stays what it was. */
        private void replace(Exchange broken) {
            broken.close();
            if (nanoTime.getAsLong() >= countUntil) {
                return;
            }
            try {
                Exchange.open(server, broken.conversation(), selector).send(nanoTime.getAsLong());
            } catch (IOException e) {
                complaints.add("cannot connect again: " + e);
            }
        }

        private void end(Exchange exchange) {
            if (exchange.underWay()) {
                complaints.add("no answer within " + PATIENCE);
            }
            exchange.close();
        }
    }
}
