package dev.keywright.server;

import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPrefixes;
import dev.keywright.server.bearer.TokenInspection;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.store.Store;
import java.time.InstantSource;

/**
 * Tokens as the settings want them.
 *
 * @param codec how they are written and read
 * @param policy how long they last
 * @param inspection what one that is presented is worth
 */
record Tokens(TokenCodec codec, AuthorizationPolicy policy, TokenInspection inspection) {
    static Tokens of(Settings settings, KeyRing keys, Store store, InstantSource clock) {
        TokenCodec codec =
                new TokenCodec(keys, new TokenPrefixes(settings.accessTokenPrefix(), settings.refreshTokenPrefix()));
        AuthorizationPolicy policy = new AuthorizationPolicy(
                settings.codeLifetime(),
                settings.rotationGrace(),
                settings.accessTokenLifetime(),
                settings.idleLifetime(),
                settings.absoluteLifetime(),
                settings.authorizationsPerBot());
        return new Tokens(codec, policy, new TokenInspection(store, codec, policy, clock));
    }
}
