package dev.keywright.testkit;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The journal: what the app under test asked since this test method began, oldest first, without what the test itself
 * asked of the control endpoints. Each narrowing method gives
 * another view and changes none; a view asks the emulator anew each time. A failed assertion shows the entries that it
 * looked at. On a shared emulator it is what this class's own connection asked.
 */
public final class Requests {
    private static final String CONTROLS = "/emulator/";
    private static final String PATH = CONTROLS + "requests";

    private final ControlEndpoints control;
    private final Scope scope;
    private final Predicate<JournalEntry> wanted;
    private final String words;

    /** All that the scope sees. */
    Requests(ControlEndpoints control, Scope scope) {
        this(control, scope, entry -> true, "requests");
    }

    private Requests(ControlEndpoints control, Scope scope, Predicate<JournalEntry> wanted, String words) {
        this.control = control;
        this.scope = scope;
        this.wanted = wanted;
        this.words = words;
    }

    /** Those to this very path. */
    public Requests to(String path) {
        return where("to " + path, entry -> entry.path().equals(path));
    }

    /** Those that name this connection. */
    public Requests from(Connection connection) {
        return where(
                "from " + connection.name(),
                entry -> entry.clientId().filter(connection.clientId()::equals).isPresent());
    }

    /** Those whose query or body has this parameter. */
    public Requests with(String parameter, String value) {
        return where(
                "with " + parameter + "=" + value,
                entry -> value.equals(entry.body().get(parameter))
                        || value.equals(entry.query().get(parameter)));
    }

    /** Those that were answered with this status. */
    public Requests answered(int status) {
        return where(
                "answered with " + status,
                entry -> entry.status().isPresent() && entry.status().getAsInt() == status);
    }

    /** Those for which this holds; {@code words} name them in failures, after "requests". */
    public Requests where(String words, Predicate<JournalEntry> holds) {
        return new Requests(control, scope, wanted.and(holds), this.words + " " + words);
    }

    /** The entries, oldest first. */
    public List<JournalEntry> entries() {
        return visible().stream().filter(wanted).toList();
    }

    /**
     * Fails unless there are exactly so many.
     *
     * @throws AssertionError which shows these, and when there are none all requests of the method
     */
    public void assertCount(int expected) {
        List<JournalEntry> entries = entries();
        if (entries.size() != expected) {
            throw new AssertionError("expected " + expected + " " + words + ", but there were " + entries.size()
                    + (entries.isEmpty() ? "; all requests:\n" + text(visible()) : ":\n" + text(entries)));
        }
    }

    /** Fails if there is one; shows them. */
    public void assertNone() {
        assertCount(0);
    }

    /**
     * Fails if there is none, or one for which this does not hold; shows those.
     *
     * @param expectation words for what is expected of each, after "expected that"
     */
    public void assertEach(String expectation, Predicate<JournalEntry> holds) {
        List<JournalEntry> entries = entries();
        if (entries.isEmpty()) {
            throw new AssertionError("expected that " + expectation + ", but there were no " + words
                    + "; all requests:\n" + text(visible()));
        }
        List<JournalEntry> others = entries.stream().filter(holds.negate()).toList();
        if (!others.isEmpty()) {
            throw new AssertionError("expected that " + expectation + ", but of " + entries.size() + " " + words
                    + " it does not hold for:\n" + text(others));
        }
    }

    /**
     * Forgets them.
     *
     * @throws EmulatorRefusedException on a shared emulator, whose journal is other classes' too
     */
    public void clear() {
        scope.permitAll("clearing the journal");
        control.delete(PATH, Map.of());
    }

    private List<JournalEntry> visible() {
        return everyones(control).stream()
                .filter(entry -> !entry.path().startsWith(CONTROLS))
                .filter(scope::sees)
                .toList();
    }

    /** The whole journal, whoever asked. */
    static List<JournalEntry> everyones(ControlEndpoints control) {
        return control.get(PATH)
                .path("requests")
                .valueStream()
                .map(JournalEntry::of)
                .toList();
    }

    static String text(List<JournalEntry> entries) {
        return entries.isEmpty()
                ? "(none)"
                : entries.stream().map(JournalEntry::toString).collect(Collectors.joining("\n"));
    }
}
