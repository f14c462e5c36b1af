package dev.keywright.server.emulator.journal;

import dev.keywright.server.http.Journal;
import dev.keywright.server.http.Outcome;
import dev.keywright.server.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The latest requests with their answers, the oldest first; whoever follows it is told of every change. */
public final class RequestJournal implements Journal, AutoCloseable {
    /** How many are kept; the oldest goes when one more comes. */
    static final int KEPT = 1_000;

    private final Observer observer;
    private final List<Noted> entries = new ArrayList<>();
    private long lastId;
    private long changes;
    private long cleared;
    private boolean closed;

    /** An empty journal. */
    public RequestJournal(Observer observer) {
        this.observer = observer;
    }

    /** An entry, and the number of the change that brought it or altered it last. */
    private record Noted(JournalEntry entry, long change) {}

    /**
     * What is new since an earlier look.
     *
     * @param entries those that came, or were found to belong to an authorization, the oldest change first
     * @param change where the next look goes on
     * @param cleared how often the journal has been cleared
     * @param over whether there will be no more
     */
    record News(List<JournalEntry> entries, long change, long cleared, boolean over) {
        News {
            entries = List.copyOf(entries);
        }
    }

    @Override
    public synchronized void record(Request request, Outcome outcome) {
        observer.observe(lastId + 1, request, outcome).ifPresent(this::add);
    }

    private void add(JournalEntry observed) {
        lastId = observed.id();
        JournalEntry entry = observed.authorization()
                .or(() -> ofEarlier(observed))
                .map(observed::of)
                .orElse(observed);
        entry.authorization().ifPresent(ref -> claimEarlier(ref, entry.tracks()));
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        note(entries.size(), entry);
        notifyAll();
    }

    private void note(int at, JournalEntry entry) {
        changes++;
        Noted noted = new Noted(entry, changes);
        if (at == entries.size()) {
            entries.add(noted);
        } else {
            entries.set(at, noted);
        }
    }

    /** A code that was used before, or that was made before, belongs to the same authorization. */
    private Optional<String> ofEarlier(JournalEntry entry) {
        return entries.reversed().stream()
                .map(Noted::entry)
                .filter(earlier -> !Collections.disjoint(earlier.tracks(), entry.tracks()))
                .flatMap(earlier -> earlier.authorization().stream())
                .filter(ref -> entry.tracks().stream().anyMatch(track -> track.startsWith("code ")))
                .findFirst();
    }

    /** The requests that led here are of this authorization too, back to the authorization URL. */
    private void claimEarlier(String ref, Set<String> tracks) {
        Set<String> followed = new HashSet<>(tracks);
        for (int i = entries.size() - 1; i >= 0; i--) {
            JournalEntry earlier = entries.get(i).entry();
            if (earlier.authorization().isEmpty() && !Collections.disjoint(earlier.tracks(), followed)) {
                followed.addAll(earlier.tracks());
                note(i, earlier.of(ref));
            }
        }
    }

    /** What came or changed after {@code change}, at once. */
    synchronized News since(long change) {
        List<JournalEntry> changed = entries.stream()
                .filter(noted -> noted.change() > change)
                .map(Noted::entry)
                .toList();
        return new News(changed, changes, cleared, closed);
    }

    /** The same, as soon as there is something, or after {@code patience} without. */
    @SuppressWarnings("WaitNotInLoop") // whoever wakes up for nothing finds nothing new, and asks again
    synchronized News await(long change, long clearedBefore, Duration patience) throws InterruptedException {
        if (changes == change && cleared == clearedBefore && !closed) {
            wait(patience.toMillis());
        }
        return since(change);
    }

    /** Forgets all entries. */
    public synchronized void clear() {
        entries.clear();
        cleared++;
        notifyAll();
    }

    /** Ends whoever follows it. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
