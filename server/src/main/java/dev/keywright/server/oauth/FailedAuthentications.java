package dev.keywright.server.oauth;

import dev.keywright.server.http.FixedWindow;
import dev.keywright.server.http.PeerAddress;
import dev.keywright.server.http.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Stops whoever guesses client secrets: so many wrong ones from one address in a minute, and no more is looked at from
 * there until the minute is over. A client is not locked out: from elsewhere it gets in.
 */
public final class FailedAuthentications {
    private final Optional<FixedWindow> window;
    private final InstantSource clock;

    /** Lets so many fail in a minute; all of them when {@code perMinute} is empty. */
    public FailedAuthentications(Optional<Integer> perMinute, FixedWindow.Counter counter, InstantSource clock) {
        this.window = perMinute.map(limit -> new FixedWindow(limit, counter));
        this.clock = clock;
    }

    /** How long its sender has to wait, when too many failed from there. */
    Optional<Duration> wait(Request request) {
        return window.flatMap(counted -> counted.exhausted(key(request), clock.instant()));
    }

    /** Notes that one failed. */
    void note(Request request) {
        window.ifPresent(counted -> counted.add(key(request), clock.instant()));
    }

    private static String key(Request request) {
        return "failed authentications " + PeerAddress.network(request.peer());
    }

    /** Forgets what failed. */
    public void clear() {
        window.ifPresent(FixedWindow::clear);
    }
}
