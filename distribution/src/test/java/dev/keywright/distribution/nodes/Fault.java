package dev.keywright.distribution.nodes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Something that is broken during a round. */
sealed interface Fault {
    /** SIGKILL of a node, which is then started again. */
    record KillNode(int node) implements Fault {}

    /** All connections between nodes and databases are cut. */
    record CutConnections() implements Fault {}

    /** A commit's acknowledgement does not come (G14). */
    record LoseAcknowledgement() implements Fault {}

    /** For a while nothing comes, and then it comes late. */
    record Freeze() implements Fault {}

    /** The primary ends, and the standby takes its place. */
    record FailOver(Databases.Death death) implements Fault {}

    /** A fault, and when it is. */
    record Planned(long atMillis, Fault fault) {}

    /** What a seed has in store for a round of this length, in order; there is one failover, and some of everything else. */
    static List<Planned> schedule(Random random, int nodes, int millis) {
        List<Planned> planned = new ArrayList<>();
        // Between a third and two thirds, so that there is much to lose and much to go on with.
        Databases.Death death = random.nextBoolean() ? Databases.Death.MACHINE : Databases.Death.IMMEDIATE_STOP;
        planned.add(new Planned(millis / 3 + random.nextInt(millis / 3), new FailOver(death)));
        some(planned, random, millis, 2, () -> new KillNode(random.nextInt(nodes)));
        some(planned, random, millis, 3, CutConnections::new);
        some(planned, random, millis, 6, LoseAcknowledgement::new);
        some(planned, random, millis, 1, Freeze::new);
        planned.sort(Comparator.comparingLong(Planned::atMillis));
        return List.copyOf(planned);
    }

    private static void some(List<Planned> planned, Random random, int millis, int most, Supplier<Fault> fault) {
        for (int left = 1 + random.nextInt(most); left > 0; left--) {
            planned.add(new Planned(random.nextInt(millis), fault.get()));
        }
    }
}
