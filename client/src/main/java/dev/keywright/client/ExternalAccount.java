package dev.keywright.client;

/**
 * The account at the app that a code is exchanged for: a connection with link previews names it, so that the person can
 * tell one account from another. Notion documents no length; Keywright takes what fits into a request of 64 KiB, and keeps
 * it with the authorization.
 *
 * @param key tells whether the same account connects again: an id of the app's own that stays; never empty
 * @param name what the person is shown, an address or a name; never empty
 */
public record ExternalAccount(String key, String name) {
    /** Refuses an empty part: servers take an empty one for none, and refuse half an account. */
    public ExternalAccount {
        if (key.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("an external account should have both key and name");
        }
    }

    /** Shows nothing: key and name are personal. */
    @Override
    public String toString() {
        return "ExternalAccount[***]";
    }
}
