package dev.keywright.server.store;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.EndToken;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Details;
import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.InstallationScope;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The static tokens of internal connections: authorizations that are live from the start. */
interface StaticTokenContract extends OpensStores {
    ClientId INTERNAL = new ClientId(new UUID(0xABCD, 2));
    Installation INSTALLATION = new Installation(INTERNAL, Sample.HOME, Sample.ADA);
    Bot BOT = new Bot(INSTALLATION.bot(), INSTALLATION, Capabilities.all(), Set.of(Sample.TOP));

    private static void register(Store store) {
        store.fill(Sample.world());
        store.connections()
                .register(new Connection(
                        INTERNAL,
                        List.of(),
                        "Internal",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Sample.ADA),
                        List.of(),
                        Capabilities.all(),
                        Optional.empty(),
                        new InstallationScope.Internal(Sample.HOME),
                        false,
                        false,
                        false));
    }

    private static Authorization token(Installation installation) {
        return Authorization.issued(
                AuthorizationId.random(START, new SecureRandom()), installation, START, new KeyId(3));
    }

    @Test
    default void aTokenIsLiveFromTheStartAndActsAsItsBot() {
        Authorization token = token(INSTALLATION);
        try (Store store = open()) {
            register(store);

            assertThat(store.connections().issue(token, BOT, 2)).isTrue();
            assertThat(store.authorizations().find(token.id())).contains(new Grant(token, Optional.of(BOT)));
        }
        try (Store store = open()) {
            assertThat(store.authorizations().find(token.id())).contains(new Grant(token, Optional.of(BOT)));
            assertThat(store.installations().live(BOT.id(), 5))
                    .containsExactly(new LiveAuthorization(token.id(), START, Optional.empty()));
        }
    }

    @Test
    default void thereAreAtMostAsManyAsWereAskedFor() {
        try (Store store = open()) {
            register(store);
            Authorization first = token(INSTALLATION);

            assertThat(store.connections().issue(first, BOT, 2)).isTrue();
            assertThat(store.connections().issue(token(INSTALLATION), BOT, 2)).isTrue();
            assertThat(store.connections().issue(token(INSTALLATION), BOT, 2)).isFalse();
            assertThat(store.authorizations().apply(first.id(), new EndToken(BOT.id(), START)))
                    .isPresent();
            assertThat(store.connections().issue(token(INSTALLATION), BOT, 2)).isTrue();
        }
    }

    @Test
    default void onlyAnInternalConnectionGetsOneAndOnlyInItsWorkspace() {
        try (Store store = open()) {
            register(store);
            for (Installation installation : List.of(
                    Sample.ADAS,
                    new Installation(INTERNAL, new WorkspaceId(Sample.OTHER.value()), Sample.ADA),
                    new Installation(new ClientId(new UUID(0xABCD, 9)), Sample.HOME, Sample.ADA))) {
                Authorization token = token(installation);
                Bot bot = new Bot(token.bot(), installation, Capabilities.all(), Set.of());

                assertThat(store.connections().issue(token, bot, 2)).isFalse();
                assertThat(store.authorizations().find(token.id())).isEmpty();
            }
        }
    }

    @Test
    default void oneEndsByItselfAndAllWithTheirConnection() {
        try (Store store = open()) {
            register(store);
            Authorization one = token(INSTALLATION);
            Authorization other = token(INSTALLATION);
            store.connections().issue(one, BOT, 2);
            store.connections().issue(other, BOT, 2);

            assertThat(store.authorizations().apply(one.id(), new EndToken(Sample.ADAS.bot(), START)))
                    .isEmpty();
            assertThat(store.authorizations().apply(one.id(), new EndToken(BOT.id(), START)))
                    .isPresent();
            assertThat(state(store, one)).isEqualTo(new Ended(EndReason.TOKEN_ENDED, START));
            assertThat(state(store, other)).isInstanceOf(Active.class);
            assertThat(store.connections().delete(INTERNAL, START)).contains(1);
            assertThat(state(store, other)).isEqualTo(new Ended(EndReason.CONNECTION_DELETED, START));
        }
    }

    @Test
    default void whatTheConnectionMayDoItsTokensMayDoAtOnce() {
        Capabilities fewer = new Capabilities(Set.of(), Capabilities.People.NONE);
        try (Store store = open()) {
            register(store);
            Authorization token = token(INSTALLATION);
            store.connections().issue(token, BOT, 2);
            Connection before = store.connection(INTERNAL).orElseThrow();
            Details narrow = new Details(
                    before.name(),
                    before.icon(),
                    before.website(),
                    fewer,
                    before.templatePage(),
                    before.installationScope(),
                    false);

            store.connections().edit(INTERNAL, new Edit.NewDetails(1, narrow));

            assertThat(store.authorizations().find(token.id()).orElseThrow().bot())
                    .contains(new Bot(BOT.id(), INSTALLATION, fewer, BOT.pages()));
        }
    }

    private static Object state(Store store, Authorization row) {
        return store.authorizations()
                .find(row.id())
                .orElseThrow()
                .authorization()
                .state();
    }
}
