package dev.keywright.server.store.postgres;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.ExternalAccount;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL keeps no NUL, and whoever sends one is answered all the same. */
class TextTest {
    private final String database = Server.one().database();
    private final Store store = PostgresStore.open(Server.one().address(database), new java.security.SecureRandom());
    private final Endpoints endpoints = Endpoints.over(store);

    @AfterEach
    void dropDatabase() {
        store.close();
        Server.one().drop(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\uD800b", "\uDC00", "\uFFFF", "\uD83D\uDEB2"})
    void anyTextIsStored(String text) {
        var allowed = endpoints.consent(Sample.ADAS, Sample.sharing(), START);
        Optional<ExternalAccount> account = Optional.of(new ExternalAccount(text, text));

        assertThat(endpoints.redeem(allowed, Optional.empty(), Optional.empty(), account, START))
                .isInstanceOf(Redeem.Redeemed.class);
        store.workspaceChanges().rename(Sample.HOME, text);

        assertThat(store.authorizations().find(allowed.row().id())).isPresent();
        assertThat(store.workspace(Sample.HOME)).isPresent();
        assertThat(store.personByEmail(text)).isEmpty();
        assertThat(store.people().byEmail(text)).isEmpty();
    }

    @Test
    void aNulIsShownByTheCharacterForIt() {
        store.workspaceChanges().rename(Sample.HOME, "a\u0000b");

        assertThat(store.workspace(Sample.HOME).orElseThrow().name()).isEqualTo("a\u2400b");
    }
}
