package dev.keywright.server.authorization.explorer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How the walk came to a world.
 *
 * @param before empty after the first step
 */
record Trail(Optional<Trail> before, Step last) {
    /** Walks the trail again and says what happened at each step. */
    String retell(World start) {
        Deque<Step> steps = new ArrayDeque<>();
        for (Optional<Trail> trail = Optional.of(this);
                trail.isPresent();
                trail = trail.get().before()) {
            steps.push(trail.get().last());
        }
        StringBuilder story = new StringBuilder();
        World world = start;
        int number = 0;
        for (Step step : steps) {
            World after = world.after(step);
            story.append("%3d. %s%n     %s%n".formatted(++number, step, after));
            world = after;
        }
        return story.toString();
    }
}
