package dev.keywright.server.store.sql;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.ExternalAccount;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.CodeChallenge;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.authorization.Issue;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.Pending;
import dev.keywright.server.authorization.State;
import dev.keywright.server.store.Grant;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads an authorization together with its bot, and with its consent while it is pending: one statement either way. */
public final class GrantRows {
    private static final int PENDING = 0;
    private static final int ACTIVE = 1;

    /** What is read of an authorization {@code a} and, while it is pending, its code {@code c}: 25 columns. */
    public static final String COLUMNS = """
            SELECT a.id, a.version, a.status, a.client_id, a.workspace_id, a.person_id, a.bot_id, a.consented_at,
              a.generation, a.current_key, a.current_since, a.previous_key, a.previous_since, a.end_reason, a.ended_at,
              a.external_account_key, a.external_account_name,
              a.bot_capabilities, a.bot_pages,
              c.expires_at, c.capabilities, c.pages, c.template_page_id, c.redirect_uri, c.challenge
            """;

    private static final String BY_ID = COLUMNS + """
            FROM "authorization" a LEFT JOIN code c ON a.status = 0 AND c.authorization_id = a.id
            WHERE a.id = ?
            """;
    private static final String BY_CODE = COLUMNS + """
            FROM code c JOIN "authorization" a ON a.id = c.authorization_id
            WHERE c.sha256 = ?
            """;

    private GrantRows() {}

    /** The row that the key names. */
    public static Optional<Grant> find(Statements statements, AuthorizationKey key) throws SQLException {
        PreparedStatement statement = switch (key) {
            case AuthorizationId id -> statements.bound(BY_ID, id);
            case CodeHash hash -> statements.bound(BY_CODE, hash.hex());
        };
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    /** Reads a row that begins with {@link #COLUMNS}. */
    public static Grant read(ResultSet row) throws SQLException {
        Installation installation = new Installation(
                new ClientId(Columns.uuid(row, 4)),
                new WorkspaceId(Columns.uuid(row, 5)),
                new PersonId(Columns.uuid(row, 6)));
        Optional<String> externalKey = Columns.optionalText(row, 16);
        Optional<String> externalName = Columns.optionalText(row, 17);
        Authorization authorization = new Authorization(
                AuthorizationId.of(row.getBytes(1)),
                row.getLong(2),
                installation,
                new BotId(Columns.uuid(row, 7)),
                Columns.time(row, 8),
                state(row),
                externalKey.flatMap(key -> externalName.map(name -> new ExternalAccount(key, name))));
        return new Grant(
                authorization,
                authorization.state() instanceof Active ? Optional.of(bot(row, authorization)) : Optional.empty());
    }

    private static Bot bot(ResultSet row, Authorization authorization) throws SQLException {
        return new Bot(
                authorization.bot(),
                authorization.installation(),
                Columns.capabilities(row, 18),
                Columns.pages(row, 19));
    }

    private static State state(ResultSet row) throws SQLException {
        return switch (row.getInt(3)) {
            case PENDING -> new Pending(consent(row), Columns.time(row, 20));
            case ACTIVE -> active(row);
            default -> new Ended(EndReason.valueOf(row.getString(14)), Columns.time(row, 15));
        };
    }

    private static Active active(ResultSet row) throws SQLException {
        Optional<Issue> previous = row.getObject(12) == null ? Optional.empty() : Optional.of(issue(row, 12));
        return new Active(row.getLong(9), issue(row, 10), previous);
    }

    private static Issue issue(ResultSet row, int column) throws SQLException {
        return new Issue(new KeyId(row.getInt(column)), Columns.time(row, column + 1));
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                Columns.capabilities(row, 21),
                Columns.pages(row, 22),
                Columns.optionalUuid(row, 23, PageId::new),
                Columns.optionalText(row, 24),
                Columns.optionalText(row, 25).map(CodeChallenge::new));
    }
}
