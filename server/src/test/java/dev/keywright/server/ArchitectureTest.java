package dev.keywright.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveModifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The design's table of rooms and who may call whom, and what no room may do. */
class ArchitectureTest {
    private static final String ROOT = "dev.keywright.server";
    private static final String PROTOCOL = "dev.keywright.protocol";

    /** What was generated from templates is not written by anyone, and so not held to the rules of writing. */
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/web/templates/"))
            .importPackages("dev.keywright");

    private static final Set<String> DOMAIN =
            Set.of("protocol", "authorization", "connection", "workspace", "store", "audit");

    /** Each room with those that it calls. The root package, the composition root, calls all. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("authorization", Set.of("protocol")),
            Map.entry("connection", Set.of("protocol")),
            Map.entry("workspace", Set.of("protocol")),
            Map.entry("document", Set.of("protocol")),
            Map.entry("packaged", Set.of()),
            Map.entry("description", Set.of("protocol")),
            Map.entry("http", Set.of("protocol", "log", "description")),
            Map.entry("tracing", Set.of("protocol", "http")),
            Map.entry("files", Set.of()),
            Map.entry("keys", Set.of("authorization", "files")),
            Map.entry("tls", Set.of()),
            Map.entry("metrics", Set.of("authorization", "audit", "http")),
            Map.entry("settings", Set.of("protocol", "document")),
            Map.entry("store", Set.of("protocol", "authorization", "connection", "workspace", "packaged", "files")),
            Map.entry("world", Set.of("protocol", "connection", "workspace", "store", "document", "packaged")),
            Map.entry(
                    "cli",
                    Set.of("protocol", "authorization", "keys", "settings", "store", "world", "document", "packaged")),
            Map.entry("log", Set.of("files")),
            Map.entry("audit", domainAnd("log")),
            Map.entry("identity", domainAnd("http")),
            Map.entry("consent", DOMAIN),
            Map.entry("bearer", DOMAIN),
            Map.entry("oauth", domainAnd("http", "description", "consent", "bearer")),
            Map.entry("api", domainAnd("http", "description", "packaged", "bearer")),
            Map.entry("web", domainAnd("http", "consent", "identity", "packaged")),
            Map.entry("emulator", domainAnd("http", "description", "consent", "identity", "bearer", "oauth", "api")));

    private static Set<String> domainAnd(String... more) {
        return Stream.concat(DOMAIN.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    private static Stream<Arguments> rooms() {
        return ROOMS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(room -> Arguments.of(room.getKey(), new TreeSet<>(room.getValue())));
    }

    @ParameterizedTest(name = "{0} calls {1}")
    @MethodSource("rooms")
    void aRoomCallsNoOtherThanItsRow(String room, Collection<String> called) {
        String[] allowed = Stream.concat(Stream.of(room), called.stream())
                .map(name -> name.equals("protocol") ? PROTOCOL : ROOT + "." + name + "..")
                .toArray(String[]::new);

        holds(noClasses()
                .that(resideInAPackage(ROOT + "." + room + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.keywright..").and(resideOutsideOfPackages(allowed))));
    }

    @Test
    void everyPackageIsInARoomOfTheTable() {
        Stream<String> packages = HOUSE.getPackage(ROOT).getSubpackagesInTree().stream()
                .map(inside -> inside.getName().substring(ROOT.length() + 1).split("\\.", -1)[0]);

        assertThat(packages).isNotEmpty().allSatisfy(room -> assertThat(ROOMS).containsKey(room));
    }

    @Test
    void theProtocolKnowsNothingOfTheServer() {
        holds(noClasses()
                .that(resideInAPackage(PROTOCOL + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")));
    }

    @Test
    void roomsHaveNoCycles() {
        holds(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @ParameterizedTest(name = "{0} only in {1}")
    @CsvSource({
        "io.helidon.., http",
        "java.sql.., store..",
        "javax.sql.., store..",
        "org.sqlite.., store.sqlite",
        "org.flywaydb.., store..",
        "org.postgresql.., store.postgres",
        "com.zaxxer.., store.postgres",
        "org.apache.commons.cli.., cli",
        "gg.jte.., web",
        "org.bouncycastle.., identity",
        "io.opentelemetry.., tracing",
        "io.prometheus.., metrics",
    })
    void aLibraryIsKnownInOneRoomAlone(String library, String room) {
        holds(noClasses()
                .that(resideInAPackage("dev.keywright..").and(resideOutsideOfPackages(ROOT + "." + room)))
                .should()
                .dependOnClassesThat(resideInAPackage(library)));
    }

    /** Time and chance are passed in: the emulator's clock and its deterministic ids need both. */
    @Test
    void timeAndChanceAreTakenFromTheSystemInTheCompositionRootAlone() {
        holds(noClasses()
                .that(resideInAPackage("dev.keywright..").and(resideOutsideOfPackages(ROOT)))
                .should()
                .accessTargetWhere(ofTheSystem()));
    }

    private static DescribedPredicate<JavaAccess<?>> ofTheSystem() {
        Set<String> forbidden = Set.of(
                "java.util.UUID.randomUUID",
                "java.lang.System.currentTimeMillis",
                "java.lang.Math.random",
                "java.util.concurrent.ThreadLocalRandom.current",
                "java.util.random.RandomGenerator.getDefault",
                "java.util.random.RandomGenerator.of",
                "java.security.SecureRandom.<init>",
                "java.security.SecureRandom.getInstanceStrong",
                "java.security.SecureRandom.getInstance",
                "java.util.Random.<init>",
                "java.util.SplittableRandom.<init>");
        return describe("time or chance comes from the system", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return forbidden.contains(owner + "." + name)
                    || (owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")));
        });
    }

    @Test
    void nothingHangsOnTheThread() {
        holds(noClasses()
                .that(resideInAPackage("dev.keywright.."))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class));
    }

    @Test
    void noStaticFieldCanChange() {
        holds(fields().that().areStatic().should().beFinal());
        holds(fields().that()
                .areStatic()
                .and(describe(
                        "are not made by the compiler",
                        field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should()
                .notHaveRawType(describe(
                        "holds what changes",
                        type -> Stream.of(
                                        AtomicReference.class,
                                        AtomicBoolean.class,
                                        AtomicInteger.class,
                                        AtomicLong.class,
                                        StringBuilder.class,
                                        ConcurrentMap.class,
                                        BlockingQueue.class)
                                .anyMatch(type::isAssignableTo))));
        holds(fields().that()
                .areStatic()
                .and(describe(
                        "hold an array", (JavaField field) -> field.getRawType().isArray()))
                .should()
                .bePrivate()
                .orShould(haveModifier(JavaModifier.SYNTHETIC)));
    }

    @Test
    void packagesAndClassesAreNamedAfterThingsOfTheField() {
        holds(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..service..", "..impl.."));
        holds(classes()
                .that(resideInAnyPackage("dev.keywright.."))
                .should()
                .haveNameNotMatching(".*(Utils|Util|Helper|Manager|Impl|ServiceImpl)"));
    }

    @Test
    void everyPackageSaysWhatItOwnsAndIsNullMarked() {
        Stream<JavaPackage> packages = Stream.of(ROOT, PROTOCOL)
                .map(HOUSE::getPackage)
                .flatMap(top -> Stream.concat(Stream.of(top), top.getSubpackagesInTree().stream()))
                .filter(written -> !written.getName().contains(".web.templates"));

        assertThat(packages)
                .hasSizeGreaterThan(ROOMS.size())
                .allSatisfy(inside -> assertThat(inside.isAnnotatedWith(NullMarked.class))
                        .as("package-info of %s", inside.getName())
                        .isTrue());
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(false).check(HOUSE);
    }
}
