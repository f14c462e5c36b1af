package dev.keywright.server.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that someone who misspelt one most likely meant. */
public final class Nearest {
    private Nearest() {}

    /** The known name with the fewest letters to change, ignoring case; the first of several; empty when none is known. */
    public static Optional<String> to(String unknown, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(name -> distance(lower(unknown), lower(name))));
    }

    /** These words as a choice in a sentence: {@code a, b or c}. */
    public static String choice(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    /**
     * How many letters must be put in, taken out, changed or swapped with their neighbour to make one the other: the
     * optimal string alignment distance.
     */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }

    private static String lower(String name) {
        // Names have a few dozen letters; what a stranger wrote may have millions, and the cost grows with the product.
        return name.substring(0, Math.min(name.length(), 100)).toLowerCase(Locale.ROOT);
    }
}
