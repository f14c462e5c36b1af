package dev.keywright.client.guide;

import dev.keywright.client.TokenPair;
import dev.keywright.client.TokenStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

// guide: store
/**
 * CREATE TABLE tokens (bot_id VARCHAR(36) PRIMARY KEY, access_token VARCHAR(200) NOT NULL,
 *                      refresh_token VARCHAR(200), expires_at VARCHAR(40))
 */
record JdbcTokenStore(DataSource database, UUID botId) implements TokenStore {
    private static final String UPDATE = "UPDATE tokens SET access_token = ?, refresh_token = ?, expires_at = ?";
    private static final String INSERT =
            "INSERT INTO tokens (access_token, refresh_token, expires_at, bot_id) VALUES (?, ?, ?, ?)";

    @Override
    public Optional<TokenPair> load() {
        String sql = "SELECT access_token, refresh_token, expires_at FROM tokens WHERE bot_id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, botId.toString());
            ResultSet row = select.executeQuery();
            return row.next()
                    ? Optional.of(new TokenPair(
                            row.getString(1),
                            Optional.ofNullable(row.getString(2)),
                            Optional.ofNullable(row.getString(3)).map(Instant::parse)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean replace(TokenPair expected, TokenPair next) {
        String which = UPDATE + " WHERE bot_id = ? AND access_token = ? AND refresh_token = ?";
        String refreshToken = expected.refreshToken().orElse("");
        return write(which, next, botId.toString(), expected.accessToken(), refreshToken) == 1;
    }

    void save(TokenPair pair) {
        if (write(UPDATE + " WHERE bot_id = ?", pair, botId.toString()) == 0) {
            write(INSERT, pair, botId.toString());
        }
    }

    void delete() {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM tokens WHERE bot_id = ?")) {
            delete.setString(1, botId.toString());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int write(String sql, TokenPair pair, String... keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(sql)) {
            write.setString(1, pair.accessToken());
            write.setString(2, pair.refreshToken().orElse(null));
            write.setString(3, pair.expiresAt().map(Instant::toString).orElse(null));
            for (int i = 0; i < keys.length; i++) {
                write.setString(4 + i, keys[i]);
            }
            return write.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
// end
