package dev.keywright.server.store.postgres;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is.
 *
 * @param url as the JDBC driver takes it, without user and password
 * @param user whom to connect as; empty: whoever the process runs as
 */
public record Address(String url, Optional<String> user, Optional<String> password) {
    private static final int CONNECT_SECONDS = 5;

    /** After so long without a word from the server a connection counts as lost. */
    private static final int SILENT_SECONDS = 30;

    /** Opens connections whose transactions see others in this way; nothing is connected yet. */
    DataSource dataSource(Isolation isolation) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SILENT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("keywright");
        // What the URL says wins, but for this, which what is written relies on.
        source.setUrl(url);
        String level = "-c default_transaction_isolation=" + isolation.level().replace(" ", "\\ ");
        source.setOptions(Optional.ofNullable(source.getOptions())
                .map(given -> given + " " + level)
                .orElse(level));
        user.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        return source;
    }

    /** Refuses a URL that the driver does not take, before anything is connected. */
    void check() throws SQLException {
        if (org.postgresql.Driver.parseURL(url, new java.util.Properties()) == null) {
            throw new SQLException("the driver does not understand the URL");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url.replaceFirst("^jdbc:", "");
    }
}
