package dev.keywright.bench.load;

import java.time.Duration;

/**
 * Times in buckets whose width grows with the time: 128 to each power of two, so that no percentile is off by more than
 * 0.8 %. Recording is an increment and allocates nothing. Times above a minute count as a minute.
 */
public final class Histogram {
    private static final int BUCKET_BITS = 7;
    private static final int BUCKETS = 1 << BUCKET_BITS;
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private final long[] counts = new long[bucket(LONGEST) + 1];
    private long count;

    /** Records one time. */
    public void record(long nanos) {
        counts[bucket(Math.clamp(nanos, 0, LONGEST))]++;
        count++;
    }

    /** Adds all that another histogram recorded. */
    public void add(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        count += other.count;
    }

    /** How many times were recorded. */
    public long count() {
        return count;
    }

    /**
     * The time that this share of all times stay within: the upper end of its bucket, so that it never flatters. Zero
     * when nothing was recorded.
     *
     * @param share more than 0, at most 1
     */
    public Duration percentile(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is more than 0 and at most 1, not " + share);
        }
        long wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return Duration.ofNanos(upperEnd(i));
            }
        }
        return Duration.ZERO;
    }

    private static int bucket(long nanos) {
        if (nanos < BUCKETS) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - BUCKET_BITS;
        return (shift << BUCKET_BITS) + (int) (nanos >>> shift);
    }

    private static long upperEnd(int bucket) {
        if (bucket < BUCKETS) {
            return bucket;
        }
        int shift = (bucket >>> BUCKET_BITS) - 1;
        long mantissa = (long) BUCKETS + (bucket & (BUCKETS - 1));
        return ((mantissa + 1) << shift) - 1;
    }
}
