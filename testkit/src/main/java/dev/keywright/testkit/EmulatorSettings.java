package dev.keywright.testkit;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an emulator is started. What is not chosen is as {@code keywright emulate} has it; each method gives other settings
 * and changes none.
 *
 * @param world the name of a world file, on the class path or else as a file; empty: the built-in world
 * @param seed what ids, codes, tokens and keys are a function of, with a clock that stands still; empty: by chance
 * @param autoApprove whether the authorization URL answers at once with the redirect, as the default person
 */
public record EmulatorSettings(Optional<String> world, OptionalLong seed, boolean autoApprove) {
    /** The built-in world, by chance, with a page where people answer. */
    public static EmulatorSettings defaults() {
        return new EmulatorSettings(Optional.empty(), OptionalLong.empty(), false);
    }

    /** With a world file: the name of a resource on the class path, {@code worlds/team.yaml}, or else the path of a file. */
    public EmulatorSettings world(String name) {
        return new EmulatorSettings(Optional.of(name), seed, autoApprove);
    }

    /** With ids, codes, tokens and keys that are the same each time, and a clock that stands still until it is moved. */
    public EmulatorSettings seed(long number) {
        return new EmulatorSettings(world, OptionalLong.of(number), autoApprove);
    }

    /** With an authorization URL that answers at once with the redirect, for tests with a browser. */
    public EmulatorSettings autoApprove(boolean whether) {
        return new EmulatorSettings(world, seed, whether);
    }
}
