package dev.keywright.server.store.sql;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Issue;
import dev.keywright.server.authorization.Pending;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes authorizations, codes and bots. Every change of an authorization is one statement on its own row. */
public final class AuthorizationRows {
    private static final String BEGIN = """
            INSERT INTO "authorization" (id, version, status, client_id, workspace_id, person_id, bot_id, consented_at, generation)
            SELECT ?, ?, 0, ?, ?, ?, ?, ?, 0 WHERE NOT EXISTS (SELECT 1 FROM person WHERE id = ? AND active = 0)
            """;
    private static final String ISSUE = """
            INSERT INTO "authorization" (id, version, status, client_id, workspace_id, person_id, bot_id, consented_at,
              generation, current_key, current_since) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String COUNT_LIVE = "SELECT count(*) FROM \"authorization\" WHERE bot_id = ? AND status = 1";
    private static final String INSERT_CODE = """
            INSERT INTO code (sha256, authorization_id, expires_at, capabilities, pages, template_page_id, redirect_uri, challenge)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String REDEEM = """
            UPDATE "authorization" SET version = ?, status = 1, generation = ?, current_key = ?, current_since = ?,
              external_account_key = ?, external_account_name = ? WHERE id = ? AND version = ?
            """;
    private static final String REFRESH = """
            UPDATE "authorization" SET version = ?, generation = ?, current_key = ?, current_since = ?,
              previous_key = ?, previous_since = ? WHERE id = ? AND version = ?
            """;
    private static final String END = """
            UPDATE "authorization" SET version = ?, status = 2, end_reason = ?, ended_at = ? WHERE id = ? AND version = ?
            """;
    private static final String INSTALL_BOT =
            "UPDATE \"authorization\" SET bot_capabilities = ?, bot_pages = ? WHERE bot_id = ? AND status = 1";
    private static final String NOT_ENDED_OF_BOT = "SELECT id FROM \"authorization\" WHERE bot_id = ? AND status <> 2";
    private static final String NOT_ENDED_OF_PERSON =
            "SELECT id FROM \"authorization\" WHERE person_id = ? AND status <> 2";
    private static final String NOT_ENDED_OF_MEMBER =
            "SELECT id FROM \"authorization\" WHERE person_id = ? AND workspace_id = ? AND status <> 2";
    private static final String UNUSED_LONGEST_OF_BOT = """
            SELECT id FROM "authorization" WHERE bot_id = ? AND status = 1 AND id <> ?
            ORDER BY current_since DESC, id DESC LIMIT 2147483647 OFFSET ?
            """;

    private AuthorizationRows() {}

    static void insert(Statements statements, Authorization row, CodeHash code) throws SQLException {
        if (!(row.state() instanceof Pending(Consent consent, var codeExpiresAt))) {
            throw new IllegalArgumentException("an authorization begins pending");
        }
        statements.update(
                BEGIN,
                row.id(),
                row.version(),
                row.installation().client().value(),
                row.installation().workspace().value(),
                row.installation().person().value(),
                row.bot().value(),
                row.consentedAt(),
                row.installation().person().value());
        statements.update(
                INSERT_CODE,
                code.hex(),
                row.id(),
                codeExpiresAt,
                Columns.number(consent.capabilities()),
                Columns.bytes(consent.pages()),
                consent.template().map(page -> page.value()),
                consent.redirectUri(),
                consent.challenge().map(challenge -> challenge.value()));
    }

    /** Inserts a row that is active from the start. */
    public static void insert(Statements statements, Authorization row, Active active) throws SQLException {
        statements.update(
                ISSUE,
                row.id(),
                row.version(),
                row.installation().client().value(),
                row.installation().workspace().value(),
                row.installation().person().value(),
                row.bot().value(),
                row.consentedAt(),
                active.generation(),
                active.current().keyId().value(),
                active.current().since());
    }

    /** How many live authorizations a bot has. */
    static int live(Statements statements, BotId bot) throws SQLException {
        PreparedStatement statement = statements.bound(COUNT_LIVE, bot.value());
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Writes the row over the version before it, unless another has done so. */
    public static boolean overwrite(Statements statements, Authorization row) throws SQLException {
        int overwritten = switch (row.state()) {
            case Active active when active.generation() == 1 -> redeem(statements, row, active);
            case Active active -> refresh(statements, row, active);
            case Ended ended ->
                statements.update(END, row.version(), ended.why().name(), ended.at(), row.id(), row.version() - 1);
            case Pending pending -> throw new IllegalArgumentException("nothing becomes pending again");
        };
        return overwritten == 1;
    }

    private static int redeem(Statements statements, Authorization row, Active active) throws SQLException {
        return statements.update(
                REDEEM,
                row.version(),
                active.generation(),
                active.current().keyId().value(),
                active.current().since(),
                row.externalAccount().map(account -> account.key()),
                row.externalAccount().map(account -> account.name()),
                row.id(),
                row.version() - 1);
    }

    private static int refresh(Statements statements, Authorization row, Active active) throws SQLException {
        Issue previous = active.previous().orElseThrow();
        PreparedStatement statement = statements.of(REFRESH);
        statement.setLong(1, row.version());
        statement.setLong(2, active.generation());
        statement.setInt(3, active.current().keyId().value());
        statement.setLong(4, active.current().since().toEpochMilli());
        statement.setInt(5, previous.keyId().value());
        statement.setLong(6, previous.since().toEpochMilli());
        statement.setBytes(7, row.id().bytes());
        statement.setLong(8, row.version() - 1);
        return statement.executeUpdate();
    }

    /** Gives all live authorizations of the bot what the bot may do and see; says how many they are. */
    public static int install(Statements statements, Bot bot) throws SQLException {
        return statements.update(
                INSTALL_BOT,
                Columns.number(bot.capabilities()),
                Columns.bytes(bot.pages()),
                bot.id().value());
    }

    static List<AuthorizationId> notEnded(Statements statements, BotId bot) throws SQLException {
        PreparedStatement statement = statements.bound(NOT_ENDED_OF_BOT, bot.value());
        return ids(statement);
    }

    static List<AuthorizationId> notEnded(Statements statements, PersonId person) throws SQLException {
        PreparedStatement statement = statements.bound(NOT_ENDED_OF_PERSON, person.value());
        return ids(statement);
    }

    static List<AuthorizationId> notEnded(Statements statements, PersonId person, WorkspaceId workspace)
            throws SQLException {
        PreparedStatement statement = statements.bound(NOT_ENDED_OF_MEMBER, person.value(), workspace.value());
        return ids(statement);
    }

    /**
     * The live authorizations of a bot beyond {@code used} and the {@code keep - 1} others that were refreshed or redeemed
     * last. Which one is used now is told and not read from the times: two may be of the same millisecond.
     */
    public static List<AuthorizationId> unusedLongest(Statements statements, BotId bot, AuthorizationId used, int keep)
            throws SQLException {
        PreparedStatement statement = statements.bound(UNUSED_LONGEST_OF_BOT, bot.value(), used, keep - 1);
        return ids(statement);
    }

    static List<AuthorizationId> ids(PreparedStatement statement) throws SQLException {
        List<AuthorizationId> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(AuthorizationId.of(row.getBytes(1)));
            }
        }
        return ids;
    }
}
