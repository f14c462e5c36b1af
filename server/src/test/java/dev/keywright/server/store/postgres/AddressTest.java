package dev.keywright.server.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.store.StoreUnavailableException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections lead to a primary, whichever of the hosts that is, and one that has died is noticed. */
class AddressTest {
    private final String database = Server.one().database();
    private final Address plain = Server.one().address(database);

    @AfterEach
    void dropDatabase() {
        Server.one().drop(database);
    }

    private Address withOptions(String options) {
        return new Address(plain.url() + "?" + options, plain.user(), plain.password());
    }

    private PGSimpleDataSource driverOf(Address address) {
        return (PGSimpleDataSource) address.dataSource(Isolation.STATEMENT);
    }

    @Test
    void whatIsDeadOrSilentIsNoticedUnlessTheUrlSaysOtherwise() {
        PGSimpleDataSource source = driverOf(plain);
        PGSimpleDataSource patient = driverOf(withOptions("connectTimeout=7&socketTimeout=70&tcpKeepAlive=false"));

        assertThat(source.getConnectTimeout()).isEqualTo(2);
        assertThat(source.getSocketTimeout()).isEqualTo(10);
        assertThat(source.getTcpKeepAlive()).isTrue();
        assertThat(patient.getConnectTimeout()).isEqualTo(7);
        assertThat(patient.getSocketTimeout()).isEqualTo(70);
        assertThat(patient.getTcpKeepAlive()).isFalse();
    }

    @Test
    void aStatementThatFindsRowsByKeyIsPlannedOnce() throws SQLException {
        AuthorizationId nobodys = AuthorizationId.random(Instant.EPOCH, new SecureRandom());
        try (Connection connection = plain.dataSource(Isolation.KEYED_STATEMENT).getConnection()) {
            for (int times = 0; times < 20; times++) {
                GroupReads.of(connection, List.of(nobodys));
            }

            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT sum(generic_plans), sum(custom_plans) FROM pg_prepared_statements")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isPositive();
                assertThat(row.getInt(2)).isZero();
            }
        }
    }

    /** Up to PostgreSQL 17 that took a fifth of a second each time. */
    @Test
    void aStatementThatFindsRowsByKeyIsNotCompiled() throws SQLException {
        try (Connection connection = plain.dataSource(Isolation.KEYED_STATEMENT).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW jit")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("off");
        }
    }

    @Test
    void ofSeveralHostsOneThatIsNotThereIsPassedOver() throws SQLException {
        Address withDeadHost =
                new Address(plain.url().replace("://", "://127.0.0.1:1,"), plain.user(), plain.password());

        try (Connection connection =
                withDeadHost.dataSource(Isolation.STATEMENT).getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void aServerThatTakesNoWritesIsPassedOver() {
        Server.one().run(database, "ALTER DATABASE " + database + " SET default_transaction_read_only = on");

        assertThatThrownBy(() -> driverOf(plain).getConnection().close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("primary");
    }

    @Test
    void standbysAreNotToBeAsked() {
        Address standbys = withOptions("targetServerType=preferSecondary");

        assertThatThrownBy(() -> PostgresStore.open(standbys, new SecureRandom()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageEndingWith("targetServerType is preferSecondary, but what a standby says may be out of date;"
                        + " make it primary or take it out");
        PostgresStore.open(withOptions("targetServerType=primary"), new SecureRandom())
                .close();
    }

    @Test
    void aUrlThatTheDriverDoesNotTakeIsRefused() {
        Address portless = new Address("jdbc:postgresql://localhost:x/tokens", Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> PostgresStore.open(portless, new SecureRandom()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageEndingWith("the driver does not understand the URL");
    }
}
