package dev.keywright.protocol;

/**
 * The account at the third party that a link-preview connection names when it exchanges a code.
 *
 * @param key decides whether the same account connects again
 * @param name is what the person sees
 */
public record ExternalAccount(String key, String name) {}
