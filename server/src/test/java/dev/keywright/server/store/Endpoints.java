package dev.keywright.server.store;

import dev.keywright.protocol.ExternalAccount;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationCode;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Honour;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.authorization.Revoke;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPair;
import dev.keywright.server.authorization.TokenPrefixes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Does with a store what the endpoints do with it, without HTTP. Safe to share between threads. */
public final class Endpoints {
    /** A moment at which nothing has happened yet. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00.123Z");

    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final TokenCodec CODEC =
            new TokenCodec(KeyRing.of(MacKey.random(new KeyId(15), RANDOM)), TokenPrefixes.NOTION);

    private final Store store;
    private final AuthorizationPolicy policy;

    /** Endpoints over a store. */
    public Endpoints(Store store, AuthorizationPolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    /** Endpoints over a store under the default policy, filled with {@link Sample#world()}. */
    public static Endpoints over(Store store) {
        store.fill(Sample.world());
        return new Endpoints(store, AuthorizationPolicy.DEFAULT);
    }

    /** The default policy with another grace. */
    public static AuthorizationPolicy grace(Duration grace) {
        return policy(grace, Optional.empty());
    }

    /** The default policy with a limit of live authorizations. */
    public static AuthorizationPolicy atMost(int authorizationsPerBot) {
        return policy(AuthorizationPolicy.DEFAULT.rotationGrace(), Optional.of(authorizationsPerBot));
    }

    private static AuthorizationPolicy policy(Duration grace, Optional<Integer> authorizationsPerBot) {
        return new AuthorizationPolicy(
                AuthorizationPolicy.DEFAULT.codeLifetime(),
                grace,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                authorizationsPerBot);
    }

    /** A consent that was kept: its row and its code. */
    public record Allowed(Authorization row, AuthorizationCode code) {}

    /** An authorization with the pair that was answered last. */
    public record Granted(AuthorizationId id, TokenPair pair) {}

    /** A person allows. */
    public Allowed consent(Installation installation, Consent consent, Instant now) {
        Authorization row = Authorization.pending(
                AuthorizationId.random(now, RANDOM), installation, now, consent, now.plus(policy.codeLifetime()));
        AuthorizationCode code = AuthorizationCode.random(RANDOM);
        store.authorizations().begin(row, code.hash());
        return new Allowed(row, code);
    }

    /** The exchange of a code whose consent had neither redirect URI nor challenge. */
    public Redeem.Outcome redeem(Allowed allowed, Instant now) {
        return redeem(allowed, Optional.empty(), Optional.empty(), Optional.empty(), now);
    }

    /** The exchange of a code. */
    public Redeem.Outcome redeem(
            Allowed allowed,
            Optional<String> redirectUri,
            Optional<String> verifier,
            Optional<ExternalAccount> account,
            Instant now) {
        return store.authorizations()
                .apply(
                        allowed.code().hash(),
                        new Redeem(
                                allowed.row().installation().client(),
                                redirectUri,
                                verifier,
                                account,
                                new PageId(Uuids.random(RANDOM)),
                                CODEC.signing(),
                                policy,
                                now));
    }

    /** A consent that shares {@link Sample#TOP}, and the exchange of its code. */
    public Granted grant(Installation installation, Instant now) {
        return granted(redeem(consent(installation, Sample.sharing(Sample.TOP), now), now));
    }

    /** What was answered to an exchange that succeeded. */
    public Granted granted(Redeem.Outcome outcome) {
        if (outcome instanceof Redeem.Redeemed(Authorization row, Active state, var bot, var copy)) {
            return new Granted(row.id(), CODEC.pair(row.id(), state));
        }
        throw new AssertionError("not redeemed: " + outcome.getClass().getSimpleName());
    }

    /** A refresh. */
    public Refresh.Outcome refresh(Granted granted, Instant now) {
        return namedRefresh(granted, now).outcome();
    }

    /** A refresh with what its answer says. */
    public NamedOutcome<Refresh.Outcome> namedRefresh(Granted granted, Instant now) {
        return refresh(granted, sighted(granted), now);
    }

    /** A refresh whose client has been found to be who it says. */
    public NamedOutcome<Refresh.Outcome> refresh(Granted granted, Sighting sighting, Instant now) {
        return sighting.decide(
                new Refresh(read(granted.pair().refreshToken()), Sample.APP, CODEC.signing(), policy, now));
    }

    /** The authorization as whoever asks for its client sees it. */
    public Sighting sighted(Granted granted) {
        Sighting sighting = store.sight(granted.id());
        sighting.connection(Sample.APP);
        return sighting;
    }

    /** What was answered to a refresh; empty when it was refused. */
    public Optional<Granted> answer(Refresh.Outcome outcome) {
        return outcome instanceof Refresh.Refreshed(Authorization row, Active state, boolean repeated)
                ? Optional.of(new Granted(row.id(), CODEC.pair(row.id(), state)))
                : Optional.empty();
    }

    /** A refresh that succeeds. */
    public Granted refreshed(Granted granted, Instant now) {
        return answer(refresh(granted, now)).orElseThrow();
    }

    /** A revocation. */
    public Revoke.Outcome revoke(Granted granted, Instant now) {
        return sighted(granted)
                .decide(new Revoke(read(granted.pair().refreshToken()), Sample.APP, policy, now))
                .outcome();
    }

    /** The generation of a live authorization. */
    public long generation(Granted granted) {
        return ((Active) store.authorizations()
                        .find(granted.id())
                        .orElseThrow()
                        .authorization()
                        .state())
                .generation();
    }

    /** Whether a bearer with this access token gets in. */
    public boolean honours(Granted granted, Instant now) {
        return store.authorizations()
                .find(granted.id())
                .filter(grant -> grant.bot().isPresent())
                .map(grant -> Honour.of(read(granted.pair().accessToken()), grant.authorization(), policy, now))
                .filter(Honour.Honoured.class::isInstance)
                .isPresent();
    }

    private static Token read(String token) {
        return CODEC.decode(token).orElseThrow();
    }
}
