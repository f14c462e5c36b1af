package dev.keywright.server.cli;

import dev.keywright.server.authorization.KeyId;

/** What is to be done with the MAC keys. */
sealed interface KeyAction {
    /** To be told which there are. */
    record Show() implements KeyAction {}

    /** To have one more, which verifies only. */
    record Add() implements KeyAction {}

    /** To have another sign. */
    record Sign(KeyId id) implements KeyAction {}

    /** To have one less. */
    record Remove(KeyId id) implements KeyAction {}
}
