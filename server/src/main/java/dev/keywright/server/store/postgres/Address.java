package dev.keywright.server.store.postgres;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is.
 *
 * @param url as the JDBC driver takes it, without user and password; of several hosts the one is used that is the primary
 * @param user whom to connect as; empty: whoever the process runs as
 */
public record Address(String url, Optional<String> user, Optional<String> password) {
    /**
     * What holds where the URL says nothing else. A host is waited for less long than a request waits for a connection, so
     * that the next one is asked in the same wait; after ten seconds without a word a connection counts as lost.
     */
    private static final String DEFAULTS =
            "connectTimeout=2&socketTimeout=10&tcpKeepAlive=true&ApplicationName=keywright";

    /** What a standby says may be out of date: a token would live on after it was revoked. */
    private static final String PRIMARY = "primary";

    /**
     * Statements that find rows by their keys are planned once. Left to itself PostgreSQL plans each of them anew, for it
     * sees that its arrays are short; that was a third of its work for a refresh. None is compiled: up to PostgreSQL 17 one
     * scan of a table, be it of one row, counts as so dear that each execution was compiled first, for a fifth of a second.
     */
    private static final String BY_KEY = " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off";

    /** Opens connections whose transactions see others in this way; nothing is connected yet. */
    DataSource dataSource(Isolation isolation) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        // What the URL says wins, but for these two, which what is written relies on.
        source.setUrl(withDefaults());
        source.setTargetServerType(PRIMARY);
        String options = "-c default_transaction_isolation=" + isolation.level().replace(" ", "\\ ")
                + (isolation == Isolation.KEYED_STATEMENT ? BY_KEY : "");
        source.setOptions(Optional.ofNullable(source.getOptions())
                .map(given -> given + " " + options)
                .orElse(options));
        user.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        return source;
    }

    /** The driver takes the last of several values of an option. */
    private String withDefaults() {
        String[] parts = url.split("\\?", 2);
        return parts[0] + "?" + DEFAULTS + (parts.length < 2 ? "" : "&" + parts[1]);
    }

    /** Refuses a URL that the driver does not take, before anything is connected. */
    void check() throws SQLException {
        Properties understood = org.postgresql.Driver.parseURL(url, new Properties());
        if (understood == null) {
            throw new SQLException("the driver does not understand the URL");
        }
        String type = understood.getProperty(PGProperty.TARGET_SERVER_TYPE.getName(), PRIMARY);
        if (!type.equals(PRIMARY)) {
            throw new SQLException("targetServerType is " + type
                    + ", but what a standby says may be out of date; make it primary or take it out");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url.replaceFirst("^jdbc:", "");
    }
}
