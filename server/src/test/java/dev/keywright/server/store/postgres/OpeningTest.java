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

    /** As one release takes the place of another, servers of both run on the tables of the newer one. */
    @Test
    void tablesOfANewerReleaseThatThisOneCanWorkOnAreTakenAsTheyAre() {
        NextRelease.migrate(Server.one().address(database));

        try (Store store = open()) {
            assertThat(store.fill(Sample.world())).isTrue();
        }
    }

    @Test
    void tablesOfANewerReleaseThatThisOneCannotWorkOnAreRefused() {
        NextRelease.migrate(Server.one().address(database));
        Server.one().run(database, "UPDATE compatibility SET oldest_version = 3");

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageEndingWith(
                        "cannot be opened: a newer Keywright wrote it: its tables have version 10, and this one knows"
                                + " them up to version 2; use the newer one, or go back to a copy of the time"
                                + " before");
    }

    /** Some engines run CREATE and INSERT of one migration in two transactions, and lose the second. */
    @Test
    void tablesThroughWhichServersWouldNotHearOfEachOthersChangesAreRefused() {
        Server.one().run(database, "DELETE FROM name_revision");

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageEndingWith("stop all servers and run INSERT INTO name_revision VALUES (1)");
    }

    @Test
    void aChangeThatOtherServersWouldNotHearOfIsNotMade() {
        try (Store store = open()) {
            store.fill(Sample.world());
            Server.one().run(database, "DELETE FROM name_revision");

            assertThatThrownBy(() -> store.workspaceChanges().rename(Sample.HOME, "Another"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("name_revision has no row");
        }
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
