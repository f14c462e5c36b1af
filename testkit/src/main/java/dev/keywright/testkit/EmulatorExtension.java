package dev.keywright.testkit;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * What {@link EmulateNotion} registers. With settings of its own it can be registered by {@code @RegisterExtension}: on a
 * static field it gives the class an emulator, on an instance field each method. Tests that then run in parallel must not
 * share one.
 */
public final class EmulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(EmulatorExtension.class);

    private final Optional<EmulatorSettings> given;

    /** With the settings of the test class's {@link EmulateNotion}. */
    public EmulatorExtension() {
        this.given = Optional.empty();
    }

    /** With these settings. */
    public EmulatorExtension(EmulatorSettings settings) {
        this.given = Optional.of(settings);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        emulator(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        emulator(context).startOver();
    }

    /** Runs after the test's own {@code @AfterEach}, whose failures count too. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException()
                .filter(thrown -> !(thrown instanceof TestAbortedException))
                .isPresent()) {
            List<JournalEntry> entries = emulator(context).requests().entries();
            System.err.println(
                    "The emulator's journal of " + context.getDisplayName() + ":\n" + Requests.text(entries));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Emulator.class
                || type == Connection.class
                || (type == URI.class && parameter.isAnnotated(BaseUrl.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Emulator emulator = emulator(context);
        if (type == Emulator.class) {
            return emulator;
        }
        return type == Connection.class ? emulator.connection() : emulator.baseUrl();
    }

    /** The class's, which a method's context finds too; the store stops it. */
    private Emulator emulator(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(Emulator.class, key -> start(context), Emulator.class);
    }

    private Emulator start(ExtensionContext context) {
        if (given.isPresent()) {
            return Emulator.start(given.get());
        }
        EmulateNotion wanted = AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), EmulateNotion.class, context.getEnclosingTestClasses())
                .orElseThrow(() -> new ExtensionConfigurationException("EmulatorExtension needs its settings: annotate "
                        + context.getRequiredTestClass().getName() + " with @EmulateNotion, or register it with new"
                        + " EmulatorExtension(settings)"));
        EmulatorSettings settings = settings(wanted);
        return wanted.shared()
                ? shared(context, settings).forConnection(given(wanted.connection()))
                : Emulator.start(settings);
    }

    private static Emulator shared(ExtensionContext context, EmulatorSettings settings) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(settings, Emulator::start, Emulator.class);
    }

    private static EmulatorSettings settings(EmulateNotion wanted) {
        EmulatorSettings settings = EmulatorSettings.defaults().autoApprove(wanted.autoApprove());
        if (!wanted.world().isEmpty()) {
            settings = settings.world(wanted.world());
        }
        for (long seed : wanted.seed()) {
            settings = settings.seed(seed);
        }
        return settings;
    }

    private static Optional<String> given(String attribute) {
        return attribute.isEmpty() ? Optional.empty() : Optional.of(attribute);
    }
}
