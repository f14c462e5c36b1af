package dev.keywright.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database takes the place of the folder, and its password is shown to nobody. */
class DatabaseUrlTest {
    private static final String URL = "postgresql://kw:p%40ss+word@db.example:5433/tokens?sslmode=require";

    @Test
    void hostPortNameOptionsUserAndPasswordAreRead() {
        Settings settings = Reading.settings(Command.SERVE, Map.of("database", URL), Map.of());

        assertThat(settings.database())
                .contains(new DatabaseUrl(
                        "db.example:5433/tokens?sslmode=require", Optional.of("kw"), Optional.of("p@ss+word")));
        assertThat(settings.dataFolder()).isEmpty();
    }

    @Test
    void portUserAndPasswordMayBeLeftOut() {
        assertThat(Reading.settings(Command.SERVE, Map.of(), Map.of("KEYWRIGHT_DATABASE", "postgres://[::1]/tokens"))
                        .database())
                .contains(new DatabaseUrl("[::1]/tokens", Optional.empty(), Optional.empty()));
    }

    @Test
    void severalHostsMayBeNamedOneOfWhichIsThePrimary() {
        String url = "postgresql://kw:p%40ss@db1:5433,db2,[::1]:5434/tokens?targetServerType=primary";

        Settings settings = Reading.settings(Command.SERVE, Map.of("database", url), Map.of());

        assertThat(settings.database())
                .contains(new DatabaseUrl(
                        "db1:5433,db2,[::1]:5434/tokens?targetServerType=primary",
                        Optional.of("kw"),
                        Optional.of("p@ss")));
        assertThat(Reading.listing(Command.SERVE, Map.of("database", url), Map.of()))
                .contains("database = postgresql://kw:***@db1:5433,db2,[::1]:5434/tokens?targetServerType=primary"
                        + " (flag --database)");
    }

    @Test
    void thePasswordIsNotListedAndNotPrinted() {
        Map<String, String> flags = Map.of("database", URL);

        assertThat(Reading.listing(Command.SERVE, flags, Map.of()))
                .contains(
                        "database = postgresql://kw:***@db.example:5433/tokens?sslmode=require (flag --database)",
                        "data = none (default)");
        assertThat(Reading.settings(Command.SERVE, flags, Map.of()).toString())
                .contains("postgresql://kw:***@db.example:5433/tokens")
                .doesNotContain("word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://kw:secret@db/tokens",
                "postgresql://kw:secret@db",
                "postgresql://kw:secret@db/",
                "postgresql://kw:secret@db/a/b",
                "postgresql://kw:secret@db:0/tokens",
                "postgresql://kw:secret@db:99999/tokens",
                "postgresql://kw:secret@/tokens",
                "postgresql://kw:secret@db1,/tokens",
                "postgresql://kw:secret@,db2/tokens",
                "postgresql://kw:secret@db1:1,db2:0/tokens",
                "postgresql://kw:secret@db1,kw:secret@db2/tokens",
                "postgresql://kw:secret,db2/tokens",
                "postgresql://kw:secret/tokens",
                "postgresql://kw:se/cret@db/tokens",
                "postgresql://kw:se@cret@db/tokens",
                "postgresql://kw:secret%@db/tokens",
                "postgresql://db/tokens?user=kw&password=secret",
                "postgresql://db/tokens?sslkey=k&sslpassword=secret",
                "kw:secret@db/tokens",
                "kw:secret",
                "jdbc:postgresql://kw:secret@db/tokens",
            })
    void whatIsNoSuchUrlIsRefusedWithoutItsPassword(String url) {
        assertThat(Reading.refusal(Command.SERVE, Map.of("database", url), Map.of()))
                .startsWith(
                        "database (flag --database) should be a URL such as"
                                + " postgresql://user:password@host:5432/name, with what is special in it written as %40, instead is")
                .contains("***")
                .doesNotContain("secret", "cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost/tokens",
                "postgresql://localhost",
                "postgresql:///tokens",
                "postgresql://db1:5432,db2:5432",
                "postgresql://db1:5432,:5432/tokens"
            })
    void whatHasNoPasswordIsRefusedAsItIs(String url) {
        assertThat(Reading.refusal(Command.SERVE, Map.of("database", url), Map.of()))
                .endsWith("instead is \"" + url + '"');
    }

    @Test
    void aFolderAndADatabaseAreTwoPlaces() {
        assertThat(Reading.refusal(Command.SERVE, Map.of("database", URL), Map.of("KEYWRIGHT_DATA", "d")))
                .isEqualTo(
                        "database (flag --database) and data (environment KEYWRIGHT_DATA) are two places for the same"
                                + " data; take one of them out");
    }

    @Test
    void theEmulatorHasNone() {
        assertThat(Reading.refusal(Command.EMULATE, Map.of(), Map.of("KEYWRIGHT_DATABASE", URL)))
                .isEqualTo("database (environment KEYWRIGHT_DATABASE) is only for keywright serve; take it out to run"
                        + " keywright emulate");
    }
}
