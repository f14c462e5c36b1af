package dev.keywright.client.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.client.AuthorizationCallback;
import dev.keywright.client.CodeVerifier;
import dev.keywright.client.Emulator;
import dev.keywright.client.OAuthClient;
import dev.keywright.client.RateLimited;
import dev.keywright.client.State;
import dev.keywright.client.TokenResponse;
import dev.keywright.client.Unavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The guide's code against the packaged server as a process. */
class GuideIT {
    private final SQLiteDataSource database = new SQLiteDataSource();
    private final Map<String, String> session = new HashMap<>();
    private Emulator emulator;
    private ConnectApp app;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        emulator = Emulator.start();
        database.setUrl("jdbc:sqlite:" + folder.resolve("tokens.db"));
        execute("CREATE TABLE tokens (bot_id VARCHAR(36) PRIMARY KEY, access_token VARCHAR(200) NOT NULL,"
                + " refresh_token VARCHAR(200), expires_at VARCHAR(40))");
        app = app(Emulator.CONNECTION.clientSecret());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void fromConnectToDisconnect() throws Exception {
        assertThat(app.callback(answer("allow"), session)).isEqualTo("Connected to Example Workspace");
        UUID botId = botId();
        assertThat(app.whoAmI(botId)).contains(botId.toString());

        // The API answers 401 to what is stored now; the refresh token is still good.
        execute("UPDATE tokens SET access_token = 'ntn_lost'");
        assertThat(app.whoAmI(botId)).contains(botId.toString());
        assertThat(text("SELECT access_token FROM tokens")).startsWith("ntn_").isNotEqualTo("ntn_lost");

        assertThat(app.disconnect(botId)).isTrue();
        assertThat(app.whoAmI(botId)).isEqualTo("Please connect again: NOT_AUTHORIZED");
    }

    @Test
    void aPersonWhoCancelsAndACallbackOutOfTheBlueAreAnswered() throws Exception {
        assertThat(app.callback(answer("deny"), session)).isEqualTo("You did not connect. You can do so any time.");
        assertThat(app.callback("code=c&state=s", session)).isEqualTo("Please connect from here.");

        String query = answer("allow");
        session.put("state", "of another attempt");
        assertThat(app.callback(query, session)).isEqualTo("That did not work. Please connect again.");
    }

    @Test
    void anExchangeSaysForWhichAccountItIs() throws Exception {
        AuthorizationCallback callback =
                AuthorizationCallback.read(answer("allow"), new State(session.getOrDefault("state", "none")));
        CodeVerifier verifier = new CodeVerifier(session.getOrDefault("verifier", "none"));
        String code = ((AuthorizationCallback.AuthorizationCode) callback).value();

        assertThat(app.exchangeFor("7", "ada@example.com", code, verifier)).isInstanceOf(TokenResponse.class);
    }

    @Test
    void whatFailsIsExplained() throws Exception {
        assertThat(app("secret_wrong").callback(answer("allow"), session))
                .isEqualTo("This app is set up wrongly: look at its client id and secret.");
        assertThat(ConnectApp.explain(
                        new RateLimited(Optional.of(Duration.ofSeconds(7)), Optional.empty(), Optional.empty())))
                .isEqualTo("Too many requests. Try again in 7 s.");
        assertThat(ConnectApp.explain(new Unavailable(
                        Unavailable.Kind.UNANSWERED,
                        false,
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        "")))
                .isEqualTo("Please connect again.");
    }

    private ConnectApp app(String clientSecret) {
        OAuthClient client = ConnectApp.client(Emulator.CONNECTION.clientId(), clientSecret, emulator.url());
        return new ConnectApp(client, emulator.url(), Emulator.CALLBACK, database);
    }

    /** Connects, and plays the person who answers: the query that the browser brings back. */
    private String answer(String decision) throws Exception {
        return emulator.answer(app.connect(session), decision);
    }

    private UUID botId() throws SQLException {
        return UUID.fromString(text("SELECT bot_id FROM tokens"));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
