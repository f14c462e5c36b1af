package dev.keywright.testkit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Lines up what would disturb each other: the methods of one class, and the classes of one connection. */
final class EmulatorLocks implements ResourceLocksProvider {
    private static final String PREFIX = "dev.keywright.testkit:";

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return annotation(testClass)
                .filter(EmulateNotion::shared)
                .map(shared -> Set.of(new Lock(PREFIX + "connection:" + shared.connection())))
                .orElse(Set.of());
    }

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosingTypes, Class<?> testClass, Method method) {
        // Nested classes use the emulator of the outermost.
        Class<?> outermost = Stream.concat(enclosingTypes.stream(), Stream.of(testClass))
                .findFirst()
                .orElse(testClass);
        return annotation(outermost).filter(EmulateNotion::shared).isPresent()
                ? Set.of()
                : Set.of(new Lock(PREFIX + "class:" + outermost.getName()));
    }

    private static Optional<EmulateNotion> annotation(Class<?> testClass) {
        return AnnotationSupport.findAnnotation(testClass, EmulateNotion.class);
    }
}
