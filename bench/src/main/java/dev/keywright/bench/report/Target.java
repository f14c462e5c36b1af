package dev.keywright.bench.report;

/** What a figure should reach, and whether it does. */
public final class Target {
    private final double bound;
    private final boolean atLeast;
    private final String shown;

    private Target(double bound, boolean atLeast, String shown) {
        this.bound = bound;
        this.atLeast = atLeast;
        this.shown = shown;
    }

    /** A figure that should not be smaller. */
    public static Target atLeast(double bound, String shown) {
        return new Target(bound, true, "≥ " + shown);
    }

    /** A figure that should not be larger. */
    public static Target atMost(double bound, String shown) {
        return new Target(bound, false, "≤ " + shown);
    }

    /** The target and whether this figure meets it: {@code ≥ 70 %, met}. */
    public String judge(double figure) {
        boolean met = atLeast ? figure >= bound : figure <= bound;
        return shown + (met ? ", met" : ", missed");
    }
}
