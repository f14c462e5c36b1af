package dev.keywright.server.api;

import dev.keywright.server.authorization.Installation;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.FixedWindow;
import dev.keywright.server.http.RateLimited;
import dev.keywright.server.http.Request;
import java.time.InstantSource;
import java.util.Optional;

/** How often a connection may ask in one workspace, in a minute. */
public final class RequestRate {
    private final Optional<FixedWindow> window;
    private final InstantSource clock;

    /** Limits the requests of a minute; no limit when {@code perMinute} is empty. */
    public RequestRate(Optional<Integer> perMinute, FixedWindow.Counter counter, InstantSource clock) {
        this.window = perMinute.map(limit -> new FixedWindow(limit, counter));
        this.clock = clock;
    }

    /** Counts a request; the refusal when it is one too many. */
    Optional<Answer> refusal(Request request, Installation of) {
        return window.flatMap(
                        counted -> counted.take("requests " + of.client() + " " + of.workspace(), clock.instant()))
                .map(wait -> RateLimited.answer(request, "public_api_request_rate_limit", wait)
                        .because("the connection asked more often in this workspace than it may in a minute"));
    }

    /** Forgets what was counted. */
    public void clear() {
        window.ifPresent(FixedWindow::clear);
    }
}
