package dev.keywright.distribution.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.distribution.App;
import dev.keywright.distribution.nodes.Call.Accepted;
import dev.keywright.distribution.nodes.Call.Answer;
import dev.keywright.distribution.nodes.Call.Issued;
import dev.keywright.distribution.nodes.Call.Kind;
import dev.keywright.distribution.nodes.Call.Refused;
import dev.keywright.distribution.nodes.Call.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge finds what is planted, and nothing where nothing is. */
class InvariantsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Answer ACCEPTED = new Accepted();
    private static final Answer REFUSED = new Refused();
    private static final Answer UNKNOWN = new Unknown();

    private final List<Call> history = new ArrayList<>();
    private long now = SECOND;

    /** A call behind all that were made. */
    private InvariantsTest then(Kind kind, long generation, Answer answer) {
        history.add(new Call(1, kind, generation, now, now + SECOND / 2, answer));
        now += SECOND;
        return this;
    }

    /** A call in the same moment as the last one. */
    private InvariantsTest meanwhile(Kind kind, long generation, Answer answer) {
        now -= SECOND;
        return then(kind, generation, answer);
    }

    private InvariantsTest after(Duration wait) {
        now += wait.toNanos();
        return this;
    }

    private List<String> violations() {
        return new Invariants(Duration.ofMinutes(1)).violations(history);
    }

    private static Answer issued(long generation) {
        return issued(generation, "");
    }

    private static Answer issued(long generation, String which) {
        return new Issued(new App.Pair("ntn_" + which, "nrt_%011d%s".formatted(generation, which)));
    }

    private InvariantsTest refreshedOnce() {
        return then(Kind.EXCHANGE, 0, issued(1)).then(Kind.REFRESH, 1, issued(2));
    }

    @Test
    void anUneventfulLifeIsSound() {
        refreshedOnce()
                .then(Kind.USE, 2, ACCEPTED)
                .then(Kind.USE, 1, ACCEPTED)
                .then(Kind.REFRESH, 1, issued(2))
                .then(Kind.REVOKE, 2, ACCEPTED)
                .then(Kind.USE, 2, REFUSED)
                .then(Kind.REFRESH, 2, REFUSED)
                .then(Kind.REVOKE, 2, ACCEPTED);

        assertThat(violations()).isEmpty();
    }

    @Test
    void whatIsNotKnownMayHaveBeenDoneOrNot() {
        then(Kind.EXCHANGE, 0, issued(1))
                .then(Kind.REFRESH, 1, UNKNOWN)
                .then(Kind.REFRESH, 1, issued(2))
                .then(Kind.REVOKE, 2, UNKNOWN)
                .then(Kind.USE, 2, ACCEPTED)
                .then(Kind.DISCONNECT, 0, UNKNOWN)
                .then(Kind.USE, 2, REFUSED);

        assertThat(violations()).isEmpty();
    }

    @Test
    void aCodeWhoseAnswerWasLostMayBeRefused() {
        then(Kind.EXCHANGE, 0, UNKNOWN).then(Kind.EXCHANGE, 0, REFUSED);

        assertThat(violations()).isEmpty();
    }

    @Test
    void whatIsUnderWayAtOnceMayHappenInEitherOrder() {
        then(Kind.EXCHANGE, 0, issued(1)).meanwhile(Kind.EXCHANGE, 0, REFUSED).then(Kind.USE, 1, REFUSED);

        assertThat(violations()).isEmpty();
    }

    @Test
    void aCodeThatIsRefusedThoughNobodyUsedItIsFound() {
        then(Kind.EXCHANGE, 0, REFUSED);

        assertThat(violations())
                .containsExactly("authorization 1: EXCHANGE -> Refused though nothing can have ended it: an answered"
                        + " operation was lost (I8)");
    }

    @Test
    void aCodeThatIsExchangedTwiceIsFound() {
        then(Kind.EXCHANGE, 0, issued(1)).then(Kind.EXCHANGE, 0, issued(1));

        assertThat(violations()).containsExactly("authorization 1: its code was exchanged 2 times (I2)");
    }

    @Test
    void aRefreshTokenThatIsSpentTwiceIsFound() {
        refreshedOnce().meanwhile(Kind.REFRESH, 1, issued(2, "other"));

        assertThat(violations()).containsExactly("authorization 1: there are two pairs of generation 2 (I1)");
    }

    @Test
    void anAnsweredRefreshThatWasLostIsFound() {
        refreshedOnce().then(Kind.REFRESH, 2, REFUSED);

        assertThat(violations())
                .containsExactly("authorization 1: REFRESH of generation 2 -> Refused though nothing can have ended it:"
                        + " an answered operation was lost (I8)");
    }

    @Test
    void anAccessTokenThatWasLostIsFound() {
        refreshedOnce().then(Kind.USE, 2, REFUSED);

        assertThat(violations()).hasSize(1).first().asString().endsWith("(I8)");
    }

    @Test
    void aTokenAliveAfterAnAnsweredRevocationIsFound() {
        refreshedOnce().then(Kind.REVOKE, 2, ACCEPTED).then(Kind.USE, 2, ACCEPTED);

        assertThat(violations())
                .containsExactly("authorization 1: USE of generation 2 -> Accepted after REVOKE of generation 2 ->"
                        + " Accepted had been answered (I3)");
    }

    @Test
    void aTokenAliveAfterAnAnsweredDisconnectIsFound() {
        refreshedOnce().then(Kind.DISCONNECT, 0, ACCEPTED).then(Kind.REFRESH, 2, issued(3));

        assertThat(violations()).hasSize(1).first().asString().endsWith("(I3)");
    }

    @Test
    void aTokenAliveAfterAnAnsweredReplayIsFound() {
        refreshedOnce().then(Kind.EXCHANGE, 0, REFUSED).then(Kind.USE, 2, ACCEPTED);

        assertThat(violations()).hasSize(1).first().asString().endsWith("(I3)");
    }

    @Test
    void aTokenThatComesBackToLifeIsFound() {
        refreshedOnce().then(Kind.REVOKE, 2, UNKNOWN).then(Kind.USE, 2, REFUSED).then(Kind.USE, 2, ACCEPTED);

        assertThat(violations()).hasSize(1).first().asString().endsWith("(I8)");
    }

    @Test
    void twoLiveGenerationsAreFound() {
        refreshedOnce().then(Kind.REFRESH, 2, issued(3)).then(Kind.REFRESH, 1, issued(2));

        assertThat(violations())
                .containsExactly("authorization 1: REFRESH of generation 1 -> Issued after REFRESH of generation 2 ->"
                        + " Issued had been answered (I1)");
    }

    @Test
    void aTokenAliveAfterItsGraceIsFound() {
        refreshedOnce().after(Duration.ofMinutes(1)).then(Kind.USE, 1, ACCEPTED);

        assertThat(violations())
                .containsExactly("authorization 1: USE of generation 1 -> Accepted when the grace was over (I1)");
    }

    @Test
    void aTokenRefusedAfterItsGraceIsNoLoss() {
        refreshedOnce().after(Duration.ofMinutes(1)).then(Kind.USE, 1, REFUSED);

        assertThat(violations()).isEmpty();
    }
}
