package dev.keywright.bench.report;

import java.util.function.DoublePredicate;

/** What a figure should reach, and whether it does. */
public final class Target {
    private final DoublePredicate met;
    private final String shown;

    private Target(DoublePredicate met, String shown) {
        this.met = met;
        this.shown = shown;
    }

    /** A figure that should not be smaller. */
    public static Target atLeast(double bound, String shown) {
        return new Target(figure -> figure >= bound, "≥ " + shown);
    }

    /** A figure that should be larger. */
    public static Target above(double bound, String shown) {
        return new Target(figure -> figure > bound, "> " + shown);
    }

    /** A figure that should not be larger. */
    public static Target atMost(double bound, String shown) {
        return new Target(figure -> figure <= bound, "≤ " + shown);
    }

    /** The target and whether this figure meets it: {@code ≥ 70 %, met}. */
    public String judge(double figure) {
        return shown + (met.test(figure) ? ", met" : ", missed");
    }
}
