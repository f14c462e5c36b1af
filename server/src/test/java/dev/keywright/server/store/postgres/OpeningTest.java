package dev.keywright.server.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.server.store.Crowd;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import java.security.SecureRandom;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store opens on a database that is empty or up to date, whoever else opens it, and on nothing less. */
class OpeningTest {
    private final String database = Server.one().database();

    @AfterEach
    void dropDatabase() {
        Server.one().drop(database);
    }

    private Store open() {
        return PostgresStore.open(Server.one().address(database), new SecureRandom());
    }

    @Test
    void ofSeveralNodesThatStartOnAnEmptyDatabaseOneMakesTheTables() throws Exception {
        Server.one().run(database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");

        try (Crowd crowd = new Crowd()) {
            crowd.atOnce(4, () -> {
                try (Store store = open()) {
                    return store.workspaces();
                }
            });
        }

        try (Store store = open()) {
            assertThat(store.fill(Sample.world())).isTrue();
        }
    }

    @Test
    void theNewestVersionIsThatOfTheLastMigration() {
        MigrationInfo[] all = Migrations.of(Server.one().address(database).dataSource(Isolation.STATEMENT))
                .info()
                .all();

        assertThat(all[all.length - 1].getVersion()).hasToString(Migrations.NEWEST);
    }

    @Test
    void optionsOfTheUrlDoNotWeakenTransactions() {
        Address plain = Server.one().address(database);
        Address withOptions =
                new Address(plain.url() + "?options=-c%20search_path=public", plain.user(), plain.password());

        PostgresStore.open(withOptions, new SecureRandom()).close();
    }

    @Test
    void aDatabaseBehindSomethingThatWeakensTransactionsIsRefused() {
        PostgresStore.Source weak = isolation -> Server.one().address(database).dataSource(Isolation.STATEMENT);

        assertThatThrownBy(() -> PostgresStore.open(weak, attempts -> {}, new SecureRandom()))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith(
                        "its transactions are read committed although serializable ones were asked for");
    }

    @Test
    void whatIsAskedOfAClosedStoreIsUnavailable() {
        Store store = open();
        store.close();

        assertThatThrownBy(store::world)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the store is closed");
        assertThatThrownBy(() -> store.person(Sample.ADA))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the store is closed");
    }
}
