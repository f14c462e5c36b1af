package dev.keywright.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The rounds of one load on one server: the middle of them counts. */
final class Runs {
    private final List<Side.Run> rounds = new ArrayList<>();

    void add(Side.Run round) {
        rounds.add(round);
    }

    double requestsPerSecond() {
        return middle(round -> round.result().requestsPerSecond());
    }

    Duration p50() {
        return Duration.ofNanos(Math.round(middle(round -> round.result().p50().toNanos())));
    }

    Duration p99() {
        return Duration.ofNanos(Math.round(middle(round -> round.result().p99().toNanos())));
    }

    /** How long the server kept a core busy for one request: what other work on the machine changes least. */
    Duration busyPerRequest() {
        return Duration.ofNanos(
                Math.round(middle(round -> round.busyPerRequest().toNanos())));
    }

    long errors() {
        return rounds.stream().mapToLong(round -> round.result().errors()).sum();
    }

    /** The middle of the ratios of the rounds: two runs that took turns had the same weather. */
    double ratioTo(Runs other) {
        return middle(IntStream.range(0, rounds.size())
                .mapToDouble(i -> rounds.get(i).result().requestsPerSecond()
                        / other.rounds.get(i).result().requestsPerSecond())
                .toArray());
    }

    private double middle(ToDoubleFunction<Side.Run> figure) {
        return middle(rounds.stream().mapToDouble(figure).toArray());
    }

    /** The median. */
    static double middle(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
