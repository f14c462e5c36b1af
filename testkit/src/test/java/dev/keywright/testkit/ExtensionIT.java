package dev.keywright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the extension does around tests, seen from outside. */
class ExtensionIT {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void constructorsAndMethodsTakeTheEmulatorItsUrlAndItsConnection() {
        Run.of(ParametersCase.class).passed(1);
    }

    @EmulateNotion
    static class ParametersCase {
        private final Emulator ofTheClass;

        ParametersCase(Emulator emulator) {
            this.ofTheClass = emulator;
        }

        @Test
        void parameters(Emulator emulator, @BaseUrl URI url, Connection connection) {
            assertThat(emulator).isSameAs(ofTheClass);
            assertThat(url).isEqualTo(emulator.baseUrl());
            assertThat(connection.name()).isEqualTo("Example Connection");
        }
    }

    @Test
    void aClassHasOneEmulatorAndEachMethodFindsItAsAtTheStart() {
        Run run = Run.of(ResetCase.class);

        run.passed(3);
        assertThat(run.reported("url"))
                .hasSize(3)
                .containsOnly(run.reported("url").get(0));
    }

    @Test
    void methodsOfAClassWaitForEachOtherThoughAllRunsInParallel() {
        Run.inParallel(ResetCase.class).passed(3);
    }

    @EmulateNotion(seed = 1)
    static class ResetCase {
        @RepeatedTest(3)
        void movesTheClock(Emulator emulator, TestReporter reporter) {
            assertThat(emulator.clock().now()).isEqualTo(START);
            emulator.clock().advance(Duration.ofDays(1));
            assertThat(emulator.clock().now()).isEqualTo(START.plus(Duration.ofDays(1)));
            reporter.publishEntry("url", emulator.baseUrl().toString());
        }
    }

    @Test
    void afterTheClassItsEmulatorIsGone() {
        URI url = URI.create(Run.of(ResetCase.class).reported("url").get(0));

        assertThatThrownBy(() -> new ControlEndpoints(url).get("/emulator/world"))
                .hasMessageContaining("does not answer");
    }

    @Test
    void nestedClassesUseTheEmulatorOfTheirOuterClass() {
        Run run = Run.of(OuterCase.class);

        run.passed(2);
        assertThat(run.reported("url"))
                .hasSize(2)
                .containsOnly(run.reported("url").get(0));
    }

    @EmulateNotion
    static class OuterCase {
        @Test
        void outside(@BaseUrl URI url, TestReporter reporter) {
            reporter.publishEntry("url", url.toString());
        }

        @Nested
        class InnerCase {
            @Test
            void inside(@BaseUrl URI url, TestReporter reporter) {
                reporter.publishEntry("url", url.toString());
            }
        }
    }

    @Test
    void registeredOnAStaticFieldItIsTheClasssAndOnAnInstanceFieldTheMethods() {
        Run ofTheClass = Run.of(StaticFieldCase.class);
        Run ofTheMethod = Run.of(InstanceFieldCase.class);

        ofTheClass.passed(2);
        ofTheMethod.passed(2);
        assertThat(ofTheClass.reported("url").stream().distinct()).hasSize(1);
        assertThat(ofTheMethod.reported("url").stream().distinct()).hasSize(2);
    }

    static class StaticFieldCase {
        @RegisterExtension
        static final EmulatorExtension EMULATOR =
                new EmulatorExtension(EmulatorSettings.defaults().seed(1));

        @RepeatedTest(2)
        void reports(Emulator emulator, TestReporter reporter) {
            assertThat(emulator.clock().now()).isEqualTo(START);
            reporter.publishEntry("url", emulator.baseUrl().toString());
        }
    }

    static class InstanceFieldCase {
        @RegisterExtension
        final EmulatorExtension emulator = new EmulatorExtension(EmulatorSettings.defaults());

        @RepeatedTest(2)
        void reports(@BaseUrl URI url, TestReporter reporter) {
            reporter.publishEntry("url", url.toString());
        }
    }

    @Test
    void withoutSettingsItSaysWhereTheyBelong() {
        assertThat(Run.of(NoSettingsCase.class).failures())
                .singleElement()
                .asString()
                .contains("EmulatorExtension needs its settings: annotate", "with @EmulateNotion");
    }

    @ExtendWith(EmulatorExtension.class)
    static class NoSettingsCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aWorldThatDoesNotExistFailsTheClassWithTheSentence() {
        assertThat(Run.of(NoWorldCase.class).failures())
                .singleElement()
                .asString()
                .startsWith("there is no world worlds/none.yaml");
    }

    @EmulateNotion(world = "worlds/none.yaml")
    static class NoWorldCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void whenATestFailsTheJournalOfItIsPrinted() {
        Run run = Run.of(FailingCase.class);

        assertThat(run.failures()).containsExactly("this test fails", "what comes after fails");
        assertThat(run.printed())
                .containsOnlyOnce("The emulator's journal of fails(Emulator, Connection):")
                .containsOnlyOnce("POST /v1/oauth/token -> 400")
                .contains("The emulator's journal of failsAfterwards():\n(none)")
                .doesNotContain("passes");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(Run.of(FailingCase.class).printed()).doesNotContain("secret_for_tests_only_0123456789abcdef");
    }

    @EmulateNotion
    static class FailingCase {
        private boolean fails;

        @Test
        void fails(Emulator emulator, Connection connection) throws InterruptedException {
            Apps.client(emulator, connection).exchange("no-code", connection.redirectUri());
            Assertions.fail("this test fails");
        }

        @Test
        void failsAfterwards() {
            fails = true;
        }

        @AfterEach
        void after() {
            if (fails) {
                Assertions.fail("what comes after fails");
            }
        }

        @Test
        void passes(Emulator emulator, Connection connection) throws InterruptedException {
            Apps.connect(emulator, connection);
        }
    }

    @Test
    void aTestThatIsAbortedPrintsNothing() {
        assertThat(Run.of(AbortedCase.class).printed()).doesNotContain("journal");
    }

    @EmulateNotion
    static class AbortedCase {
        @Test
        void isAborted() {
            Assumptions.abort("not here");
        }
    }
}
