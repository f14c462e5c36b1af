package dev.keywright.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * A run of test classes that may fail, as JUnit runs them, and what came of it.
 *
 * @param printed what it said on standard error
 */
record Run(EngineExecutionResults results, String printed) {
    static Run of(Class<?>... testClasses) {
        return of(EngineTestKit.engine("junit-jupiter"), testClasses);
    }

    /** With as many at once as there can be. */
    static Run inParallel(Class<?>... testClasses) {
        return of(
                EngineTestKit.engine("junit-jupiter")
                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent"),
                testClasses);
    }

    private static Run of(EngineTestKit.Builder builder, Class<?>... testClasses) {
        Stream.of(testClasses).forEach(testClass -> builder.selectors(selectClass(testClass)));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return new Run(builder.execute(), printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    /** All tests passed, so many. */
    void passed(int tests) {
        results.testEvents().assertStatistics(counts -> counts.succeeded(tests).failed(0));
    }

    /** The messages of what failed, classes included. */
    List<String> failures() {
        return results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class))
                .map(result ->
                        String.valueOf(result.getThrowable().orElseThrow().getMessage()))
                .toList();
    }

    /** What the tests reported by this name. */
    List<String> reported(String name) {
        return results.allEvents().reportingEntryPublished().stream()
                .map((Event event) -> event.getRequiredPayload(ReportEntry.class))
                .map(ReportEntry::getKeyValuePairs)
                .filter(pairs -> pairs.containsKey(name))
                .map(pairs -> pairs.get(name))
                .toList();
    }
}
