package dev.keywright.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Two texts that should have been one.
 *
 * @param expected what would have been right
 * @param received what came
 */
public record NearMiss(String expected, String received) {
    /** The miss of what came by that one of several which is most like it; empty when there are none. */
    public static Optional<NearMiss> nearest(List<String> right, String received) {
        return right.stream()
                .map(expected -> new NearMiss(expected, received))
                .max(Comparator.comparingInt(NearMiss::alike));
    }

    /** Where the texts part, counted from 1; the end of the shorter one where it begins the other. */
    public int firstDifference() {
        int at = 0;
        while (at < shorter() && expected.charAt(at) == received.charAt(at)) {
            at++;
        }
        return at + 1;
    }

    private int alike() {
        int same = firstDifference() - 1;
        int atTheEnd = 0;
        while (atTheEnd < shorter() - same
                && expected.charAt(expected.length() - 1 - atTheEnd)
                        == received.charAt(received.length() - 1 - atTheEnd)) {
            atTheEnd++;
        }
        return same + atTheEnd - Math.abs(expected.length() - received.length());
    }

    private int shorter() {
        return Math.min(expected.length(), received.length());
    }
}
