package dev.keywright.server.store.sql;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.store.Installations;
import dev.keywright.server.store.Installed;
import dev.keywright.server.store.LiveAuthorization;
import dev.keywright.server.store.Shared;
import dev.keywright.server.workspace.Viewer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Installations in tables: what stands of one is in the live rows of its bot. */
final class SqlInstallations implements Installations {
    private final Transactions transactions;
    private final SqlUses uses;

    SqlInstallations(Transactions transactions, SqlUses uses) {
        this.transactions = transactions;
        this.uses = uses;
    }

    @Override
    public List<Installed> ofPerson(PersonId person, Optional<BotId> after, int most) {
        return list(InstallationRows.OF_PERSON, person.value(), behind(after), most);
    }

    @Override
    public List<Installed> ofConnection(ClientId client, Optional<BotId> after, int most) {
        return list(InstallationRows.OF_CLIENT, client.value(), behind(after), most);
    }

    private static byte[] behind(Optional<BotId> after) {
        return after.map(bot -> Columns.bytes(bot.value())).orElse(new byte[0]);
    }

    @Override
    public int count(ClientId client, int most) {
        return transactions.read(statements -> {
            PreparedStatement statement = statements.bound(InstallationRows.COUNT, client.value(), most);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        });
    }

    @Override
    public Optional<Installed> find(BotId bot) {
        return list(InstallationRows.OF_BOT, bot.value(), 1).stream().findFirst();
    }

    private List<Installed> list(String sql, Object... parameters) {
        return transactions.read(statements -> InstallationRows.read(statements, sql, parameters)).stream()
                .map(this::withUses)
                .toList();
    }

    private Installed withUses(Installed written) {
        Optional<Instant> noted = uses.of(written.bot().id()).filter(written.lastUsed()::isBefore);
        return new Installed(
                written.bot(), written.since(), noted.orElse(written.lastUsed()), written.authorizations());
    }

    @Override
    public List<LiveAuthorization> live(BotId bot, int most) {
        return transactions.read(statements -> {
            PreparedStatement statement = statements.bound(InstallationRows.LIVE, bot.value(), most);
            List<LiveAuthorization> live = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    AuthorizationId id = AuthorizationId.of(row.getBytes(1));
                    Optional<Instant> written = Columns.optionalTime(row, 3);
                    live.add(new LiveAuthorization(
                            id, Columns.time(row, 2), uses.of(id).or(() -> written)));
                }
            }
            return live;
        });
    }

    @Override
    public Shared share(BotId id, PersonId person, Set<PageId> pages) {
        return transactions.write(transaction -> {
            Optional<Bot> bot = InstallationRows.find(transaction.statements(), id)
                    .filter(found -> found.installation().person().equals(person));
            if (bot.isEmpty()) {
                return new Shared.NotInstalled();
            }
            Installation installation = bot.get().installation();
            Viewer viewer = new Viewer(installation.workspace(), person);
            if (!PageListings.shareable(transaction.statements(), viewer, pages).containsAll(pages)) {
                return new Shared.NotTheirs();
            }
            Bot next = new Bot(id, installation, bot.get().capabilities(), pages);
            transaction.install(next);
            return new Shared.Now(next);
        });
    }
}
