package dev.keywright.server.authorization.explorer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks, breadth first, every world that can be reached from a setup in a number of steps, each once, and holds the
 * invariants against each. So the first breach found is one that takes the fewest steps.
 */
final class AuthorizationExplorer {
    private final World start;
    private final Set<Invariant> watched;
    private final SeenWorlds seen = new SeenWorlds();
    private long steps;

    AuthorizationExplorer(Setup setup, Decisions decisions, Set<Invariant> watched) {
        this.start = World.of(setup, decisions);
        this.watched = EnumSet.copyOf(watched);
    }

    /** An explorer of the real decisions, watching everything. */
    static AuthorizationExplorer of(Setup setup) {
        return new AuthorizationExplorer(setup, Decisions.REAL, EnumSet.allOf(Invariant.class));
    }

    /**
     * What a walk came to.
     *
     * @param worlds how many different worlds it was in
     * @param steps how many steps it tried from them
     * @param breach what did not hold, if anything
     */
    record Report(int worlds, long steps, Optional<Breach> breach) {}

    /**
     * An invariant that did not hold.
     *
     * @param story every step from the start to the world in which it did not
     */
    record Breach(Invariant invariant, String story) {
        @Override
        public String toString() {
            return invariant + " does not hold after:\n" + story;
        }
    }

    /** One world, and how the walk came there; no trail at the start. */
    private record Place(World world, Optional<Trail> trail) {}

    /** Walks to {@code depth} steps from the start, or to the first breach. */
    Report walk(int depth) {
        seen.add(Fingerprint.of(start));
        List<Place> places = List.of(new Place(start, Optional.empty()));
        Optional<Breach> breach = Optional.empty();
        for (int level = 0; level < depth && breach.isEmpty(); level++) {
            List<Place> next = new ArrayList<>();
            breach = leaveAll(places, next);
            places = next;
        }
        return new Report(seen.size(), steps, breach);
    }

    private Optional<Breach> leaveAll(List<Place> places, List<Place> into) {
        for (Place place : places) {
            Optional<Breach> breach = leave(place, into);
            if (breach.isPresent()) {
                return breach;
            }
        }
        return Optional.empty();
    }

    private Optional<Breach> leave(Place place, List<Place> into) {
        for (Step step : place.world().steps()) {
            steps++;
            World world = place.world().after(step);
            if (seen.add(Fingerprint.of(world))) {
                Trail trail = new Trail(place.trail(), step);
                Optional<Invariant> broken = Checks.broken(world, touched(place.world(), world));
                if (broken.isPresent()) {
                    return Optional.of(new Breach(broken.get(), trail.retell(start)));
                }
                into.add(new Place(world, Optional.of(trail)));
            }
        }
        return Optional.empty();
    }

    /** The invariants that a step can have broken: most do not look at what the nodes have in hand. */
    private Set<Invariant> touched(World before, World after) {
        if (!after.differsOnlyInNodes(before)) {
            return watched;
        }
        return watched.contains(Invariant.I6) ? EnumSet.of(Invariant.I6) : EnumSet.noneOf(Invariant.class);
    }
}
