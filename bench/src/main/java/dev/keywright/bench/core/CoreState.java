package dev.keywright.bench.core;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.authorization.Issue;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPrefixes;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One authorization in generation 7, and the codec that made its tokens. */
@State(Scope.Benchmark)
public class CoreState {
    private static final SplittableRandom RANDOM = new SplittableRandom(1);
    private static final Instant SINCE = Instant.ofEpochSecond(1_795_305_600L);

    final KeyId key = new KeyId(0);
    final TokenCodec codec = new TokenCodec(KeyRing.of(MacKey.random(key, RANDOM)), TokenPrefixes.NOTION);
    final ClientId client = new ClientId(new UUID(1, 1));
    final Active active = new Active(7, new Issue(key, SINCE), Optional.of(new Issue(key, SINCE)));
    final Instant now = SINCE.plusSeconds(1000);
    final Authorization row = row();

    private Authorization row() {
        Installation installation =
                new Installation(client, new WorkspaceId(new UUID(2, 2)), new PersonId(new UUID(3, 3)));
        return new Authorization(
                AuthorizationId.random(SINCE, RANDOM),
                8,
                installation,
                installation.bot(),
                SINCE,
                active,
                Optional.empty());
    }
}
