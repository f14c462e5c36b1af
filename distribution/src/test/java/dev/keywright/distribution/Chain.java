package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;

/**
 * One authorization as its app knows it: what was answered, and what was sent last and not answered. One thread at a time
 * works on it.
 */
final class Chain {
    private enum Sent {
        NOTHING,
        EXCHANGE,
        REFRESH,
        REVOCATION,
        SECOND_EXCHANGE
    }

    private final String code;
    private Sent unanswered = Sent.NOTHING;
    private Optional<App.Pair> pair = Optional.empty();
    private boolean over;

    /** The chain of a code that nobody has used. */
    Chain(String code) {
        this.code = code;
    }

    boolean live() {
        return pair.isPresent() && !over;
    }

    void exchange(App app) throws IOException, InterruptedException {
        unanswered = Sent.EXCHANGE;
        App.Reply reply = app.exchange(code);
        unanswered = Sent.NOTHING;
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.pair().generation()).isEqualTo(1);
        pair = Optional.of(reply.pair());
    }

    void refresh(App app) throws IOException, InterruptedException {
        App.Pair before = pair.orElseThrow();
        unanswered = Sent.REFRESH;
        App.Reply reply = app.refresh(before.refresh());
        unanswered = Sent.NOTHING;
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.pair().generation()).isEqualTo(before.generation() + 1);
        pair = Optional.of(reply.pair());
    }

    void revoke(App app) throws IOException, InterruptedException {
        unanswered = Sent.REVOCATION;
        App.Reply reply = app.revoke(pair.orElseThrow().refresh());
        unanswered = Sent.NOTHING;
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        over = true;
    }

    /** A used code, which ends the authorization (D1). */
    void exchangeAgain(App app) throws IOException, InterruptedException {
        unanswered = Sent.SECOND_EXCHANGE;
        App.Reply reply = app.exchange(code);
        unanswered = Sent.NOTHING;
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        over = true;
    }

    /** Proves, after a crash, that what was answered still holds and that there is one live chain at most. */
    void prove(App app) throws IOException, InterruptedException {
        if (pair.isEmpty()) {
            proveUnansweredExchange(app);
        } else if (over) {
            proveOver(app, pair.get());
        } else if (unanswered == Sent.NOTHING || unanswered == Sent.REFRESH) {
            proveLive(app, pair.get());
            exchangeAgain(app);
            proveOver(app, pair.get());
        } else {
            // It may have ended or not; it may not be both.
            boolean active = app.introspect(pair.get().access()).active();
            assertThat(app.refresh(pair.get().refresh()).ok()).isEqualTo(active);
        }
    }

    /** Used before the crash or now, but not both times; and never to be used again (I2). */
    private void proveUnansweredExchange(App app) throws IOException, InterruptedException {
        App.Reply reply = app.exchange(code);
        assertThat(reply.status()).isIn(unanswered == Sent.EXCHANGE ? new Object[] {200, 400} : new Object[] {200});
        if (reply.ok()) {
            assertThat(reply.pair().generation()).isEqualTo(1);
            assertThat(app.introspect(reply.pair().access()).active()).isTrue();
        }
        assertThat(app.exchange(code).status()).isEqualTo(400);
        if (reply.ok()) {
            proveOver(app, reply.pair());
        }
    }

    private void proveLive(App app, App.Pair answered) throws IOException, InterruptedException {
        assertThat(app.me(answered.access()).status()).isEqualTo(200);
        assertThat(app.introspect(answered.access()).active()).isTrue();
        // If the refresh that was in flight was committed, the grace repeats it: the next generation either way.
        App.Reply reply = app.refresh(answered.refresh());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.pair().generation()).isEqualTo(answered.generation() + 1);
        assertThat(app.introspect(reply.pair().access()).active()).isTrue();
        pair = Optional.of(reply.pair());
    }

    private static void proveOver(App app, App.Pair last) throws IOException, InterruptedException {
        assertThat(app.introspect(last.access()).active()).isFalse();
        assertThat(app.introspect(last.refresh()).active()).isFalse();
        assertThat(app.me(last.access()).status()).isEqualTo(401);
        assertThat(app.refresh(last.refresh()).status()).isEqualTo(400);
    }
}
