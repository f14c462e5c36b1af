package dev.keywright.testkit;

import java.util.Optional;
import java.util.UUID;

/**
 * Someone who can allow a connection.
 *
 * @param email by which {@link Consent#person} names this person
 * @param name empty when the world gives none
 */
public record Person(UUID id, String email, Optional<String> name) {}
