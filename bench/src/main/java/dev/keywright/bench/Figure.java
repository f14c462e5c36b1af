package dev.keywright.bench;

import dev.keywright.bench.report.Table;

/** Something that is measured. */
interface Figure {
    /** What {@code --only} calls it. */
    String name();

    /** Whether it is measured only when it is asked for by name. */
    default boolean onDemand() {
        return false;
    }

    /** Which block of the README it is written into. */
    default String block() {
        return "figures";
    }

    /** Measures it, and shows what came out. */
    Table measure(Pace pace) throws Exception;
}
