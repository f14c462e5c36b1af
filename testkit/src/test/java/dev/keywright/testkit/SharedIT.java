package dev.keywright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.client.Refused;
import dev.keywright.client.TokenResponse;
import dev.keywright.client.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;

/** One emulator for several classes, each with a connection of its own. */
class SharedIT {
    private static final String WORLD = "worlds/team.yaml";

    @Test
    void classesOfOneRunHaveOneEmulatorAndEachItsOwnConnection() {
        Run run = Run.inParallel(InvoicesCase.class, CalendarCase.class);

        run.passed(6);
        assertThat(run.reported("url"))
                .hasSize(6)
                .containsOnly(run.reported("url").get(0));
        assertThat(run.reported("connection")).contains("Invoices", "Calendar");
    }

    @Test
    void afterTheRunItIsGone() {
        URI url = URI.create(Run.of(InvoicesCase.class).reported("url").get(0));

        assertThatThrownBy(() -> new ControlEndpoints(url).get("/emulator/world"))
                .hasMessageContaining("does not answer");
    }

    @EmulateNotion(world = WORLD, shared = true, connection = "Invoices")
    static class InvoicesCase {
        @RepeatedTest(3)
        void seesItsOwnRequestsAlone(Emulator emulator, Connection own, TestReporter reporter) throws Exception {
            connectsAndReports(emulator, own, reporter);
        }
    }

    @EmulateNotion(world = WORLD, shared = true, connection = "Calendar")
    static class CalendarCase {
        @RepeatedTest(3)
        void seesItsOwnRequestsAlone(Emulator emulator, Connection own, TestReporter reporter) throws Exception {
            connectsAndReports(emulator, own, reporter);
        }
    }

    private static void connectsAndReports(Emulator emulator, Connection own, TestReporter reporter)
            throws InterruptedException {
        Apps.connect(emulator, own);
        emulator.requests().to("/v1/oauth/token").assertCount(1);
        emulator.requests().from(own).to("/v1/oauth/token").assertCount(1);
        reporter.publishEntry("url", emulator.baseUrl().toString());
        reporter.publishEntry("connection", own.name());
    }

    @Test
    void whatOtherClassesWouldNoticeIsRefusedAndWhyIsSaid() {
        Run.of(RefusalsCase.class).passed(1);
    }

    @EmulateNotion(world = WORLD, shared = true)
    static class RefusalsCase {
        @Test
        void refusals(Emulator emulator, Connection own) {
            Connection other = emulator.world().connection("Calendar");

            refused(() -> emulator.clock().advance(Duration.ofSeconds(1)), "the clock is not for one class to use");
            refused(() -> emulator.clock().set(Instant.EPOCH), "the clock is not");
            refused(() -> emulator.clock().stop(), "the clock is not");
            refused(emulator::reset, "reset is not");
            refused(() -> emulator.requests().clear(), "clearing the journal is not");
            refused(() -> emulator.faults().clear(), "clearing faults is not");
            refused(() -> emulator.faults().waiting(), "the list of faults is not");
            refused(() -> emulator.faults().add(Fault.status(500)), "a fault must name the connection of this class");
            refused(() -> emulator.faults().add(Fault.status(500).client(other)), "a fault must name");
            refused(() -> emulator.authorize(other), "this class works with the connection Invoices");
            refused(() -> emulator.scenario("slow", other), "this class works with the connection Invoices");

            emulator.faults().add(Fault.status(500).client(own));
            assertThat(emulator.clock().now()).isNotNull();
        }

        private static void refused(ThrowingCallable call, String sentence) {
            assertThatThrownBy(call)
                    .isInstanceOf(EmulatorRefusedException.class)
                    .hasMessageStartingWith(sentence)
                    .hasMessageEndingWith(
                            ": other test classes use the same emulator; leave shared = true out to have one of your own");
        }
    }

    @Test
    void betweenMethodsTheFaultsAndAuthorizationsOfTheConnectionEnd() {
        Run.of(BetweenMethodsCase.class).passed(2);
    }

    @EmulateNotion(world = WORLD, shared = true)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class BetweenMethodsCase {
        private static final Leftovers LEFT = new Leftovers();

        /** What the first method leaves to the second. */
        private static final class Leftovers {
            private String refreshToken = "";
        }

        @Test
        @Order(1)
        void leavesAFaultAndTokens(Emulator emulator, Connection own) throws InterruptedException {
            LEFT.refreshToken = Apps.connect(emulator, own).refreshToken().orElseThrow();
            emulator.faults().add(Fault.status(503).client(own).times(100));
            assertThat(Apps.client(emulator, own).refresh(LEFT.refreshToken)).isInstanceOf(Unavailable.class);
        }

        @Test
        @Order(2)
        void findsNeither(Emulator emulator, Connection own) throws InterruptedException {
            assertThat(emulator.requests().entries()).isEmpty();
            assertThat(Apps.client(emulator, own).refresh(LEFT.refreshToken)).isInstanceOf(Refused.class);
            assertThat(Apps.connect(emulator, own)).isInstanceOf(TokenResponse.class);
        }
    }

    @Test
    void closingTheHandleOfAClassStopsNothing() {
        Run.of(ClosingCase.class).passed(2);
    }

    @EmulateNotion(world = WORLD, shared = true)
    static class ClosingCase {
        @RepeatedTest(2)
        void closes(Emulator emulator) {
            emulator.close();

            assertThat(emulator.world().connections()).hasSize(2);
        }
    }

    @Test
    void aConnectionThatTheWorldDoesNotHaveFailsTheClass() {
        assertThat(Run.of(NoConnectionCase.class).failures())
                .singleElement()
                .asString()
                .startsWith("the world has no connection Ledger; it has Invoices (");
    }

    @EmulateNotion(world = WORLD, shared = true, connection = "Ledger")
    static class NoConnectionCase {
        @Test
        void neverRuns() {}
    }
}
