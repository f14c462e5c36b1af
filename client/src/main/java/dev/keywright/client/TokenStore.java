package dev.keywright.client;

import java.util.Optional;

/**
 * Where an app keeps the tokens of one authorization, shared by all its processes: a row in its database. A
 * {@link TokenKeeper} calls it from many threads. Throw an unchecked exception when the store is out of order; it passes
 * through the keeper.
 */
public interface TokenStore {
    /** {@return what is kept now; empty before the person authorized, and after the app forgot the tokens} */
    Optional<TokenPair> load();

    /**
     * Replaces a pair, if it is still the one that is kept: in SQL {@code UPDATE … WHERE access_token = ? AND
     * refresh_token = ?}. Comparing and setting must be one step, or two processes that refresh at once lose a pair.
     *
     * @param expected what should be kept now
     * @param next what shall be kept from now on
     * @return whether it was replaced; {@code false} when another pair or none is kept
     */
    boolean replace(TokenPair expected, TokenPair next);
}
