package dev.keywright.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Gives a test class an emulator of its own, on a free port, from before its first method to after its last. Each method
 * finds it as it was at the start. When one fails, the journal is printed on standard error. Methods and constructors can
 * have parameters of type {@link Emulator} and {@link Connection}, and a {@link java.net.URI} with {@link BaseUrl}. Methods
 * of one class run one after another, whatever runs in parallel; classes do not wait for each other.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmulatorExtension.class)
@ResourceLock(providers = EmulatorLocks.class)
public @interface EmulateNotion {
    /** The name of a world file, on the class path or else as a file; the built-in world when left out. */
    String world() default "";

    /** One number, that ids, codes, tokens and keys are a function of; the clock then stands still until it is moved. */
    long[] seed() default {};

    /** Whether the authorization URL answers at once with the redirect, for tests with a browser. */
    boolean autoApprove() default false;

    /**
     * Whether one emulator serves all classes of the run that ask for a shared one in the same words. Each class works
     * with its own {@link #connection}: its journal is what that connection asked, between methods the authorizations and
     * faults of that connection end, and what other classes would notice is refused: clock, reset, faults for all, and
     * clearing the journal.
     */
    boolean shared() default false;

    /**
     * The name or client id of the connection that this class works with on a shared emulator; the first of the world when
     * left out. Classes that name the same run one after another.
     */
    String connection() default "";
}
