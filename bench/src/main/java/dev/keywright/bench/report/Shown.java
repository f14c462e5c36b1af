package dev.keywright.bench.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as a table shows them: no more digits than the measurement has. */
public final class Shown {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MB = 1e6;

    private Shown() {}

    /** A count with its thousands apart: {@code 12,345}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A rate or a time, to whole units: {@code 12,345}. */
    public static String rounded(double figure) {
        return count(Math.round(figure));
    }

    /** A latency: {@code 1.23 ms}. */
    public static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.2f ms", time.toNanos() / NANOS_PER_MILLI);
    }

    /** A short time: {@code 23 µs}. */
    public static String micros(Duration time) {
        return rounded(time.toNanos() / NANOS_PER_MICRO) + " µs";
    }

    /** A longer time: {@code 0.37 s}. */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toNanos() / NANOS_PER_SECOND);
    }

    /** A size: {@code 88 MB}. */
    public static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / BYTES_PER_MB);
    }

    /** How often one is the other: {@code 18.2 ×}. Rounded down, so that a target just missed does not look met. */
    public static String times(double ratio) {
        return String.format(Locale.ROOT, "%.1f ×", Math.floor(ratio * 10) / 10);
    }

    /** A ratio: {@code 71 %}. Rounded down, so that a target just missed does not look met. */
    public static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.0f %%", Math.floor(ratio * 100));
    }

    /** A ratio where small differences are looked for: {@code 38.4 %}. */
    public static String finePercent(double ratio) {
        return String.format(Locale.ROOT, "%.1f %%", ratio * 100);
    }
}
