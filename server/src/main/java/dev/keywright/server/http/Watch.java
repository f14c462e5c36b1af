package dev.keywright.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Times requests for those who watch, and costs nothing where nobody does. */
public final class Watch implements AutoCloseable {
    private final InstantSource clock;
    private final List<Watcher> watchers;

    /** A watch for these watchers; there may be none. */
    public Watch(InstantSource clock, List<Watcher> watchers) {
        this.clock = clock;
        this.watchers = List.copyOf(watchers);
    }

    /** What becomes of a request; a connection that is closed without an answer is not told of. */
    Outcome around(Request request, Supplier<Optional<String>> route, Supplier<Outcome> work) {
        if (watchers.isEmpty()) {
            return work.get();
        }
        watchers.forEach(Watcher::begins);
        try {
            return watched(request, route, work);
        } finally {
            watchers.forEach(Watcher::ends);
        }
    }

    private Outcome watched(Request request, Supplier<Optional<String>> route, Supplier<Outcome> work) {
        Instant began = clock.instant();
        Outcome outcome = work.get();
        switch (outcome) {
            case Outcome.Answered(Answer answer) -> tell(request, route.get(), answer, began);
            case Outcome.Faulted(Answer answer, String fault) -> tell(request, route.get(), answer, began);
            case Outcome.Dropped dropped -> {}
        }
        return outcome;
    }

    private void tell(Request request, Optional<String> route, Answer answer, Instant began) {
        Duration took = Duration.between(began, clock.instant());
        Exchange exchange =
                new Exchange(request, route, answer.status(), began, took.isNegative() ? Duration.ZERO : took);
        watchers.forEach(watcher -> watcher.answered(exchange));
    }

    /** Has every watcher store what it noted. */
    @Override
    public void close() {
        watchers.forEach(Watcher::close);
    }
}
