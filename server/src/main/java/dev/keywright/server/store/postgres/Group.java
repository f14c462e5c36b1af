package dev.keywright.server.store.postgres;

import dev.keywright.protocol.BotId;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Consequence;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.store.sql.AuthorizationRows;
import dev.keywright.server.store.sql.PageRows;
import dev.keywright.server.store.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** One round of a lane: what its askers decide on rows that were read together, and the one write that it comes to. */
final class Group {
    private final byte[] operation;
    private final boolean carriesOut;
    private final Map<AuthorizationId, Chain> chains = new LinkedHashMap<>();
    private final Set<BotId> bots = new HashSet<>();
    private final List<Asked<?>> waiting = new ArrayList<>();
    private List<Chain> writing = List.of();

    /** A round whose write leaves {@code operation} in its rows. */
    Group(byte[] operation, boolean carriesOut) {
        this.operation = operation;
        this.carriesOut = carriesOut;
    }

    private boolean hasRoomFor(List<Consequence> consequences) {
        return carriesOut && isFirstOfItsBot(consequences);
    }

    /** Of two consents of one bot the second comes in the next round: each is carried out for itself. */
    private boolean isFirstOfItsBot(List<Consequence> consequences) {
        return consequences.stream()
                .allMatch(
                        consequence -> !(consequence instanceof Consequence.InstallBot(Bot bot)) || bots.add(bot.id()));
    }

    /** Lets all of them decide, and answers those of them for whom nothing is to be written. */
    void decide(Connection connection, List<Asked<?>> askers) throws SQLException {
        Map<AuthorizationKey, GroupReads.Found> rows = rows(connection, askers);
        for (Asked<?> asked : askers) {
            if (!rows.containsKey(asked.key())) {
                asked.answerUnknown();
                continue;
            }
            GroupReads.Found found = rows.get(asked.key());
            if (!asked.settledBy(found)) {
                AuthorizationId row = found.grant().authorization().id();
                Chain chain = chains.computeIfAbsent(row, id -> new Chain(found));
                if (!chain.add(asked, this::hasRoomFor)) {
                    waiting.add(asked);
                }
            }
        }
        for (Chain chain : chains.values()) {
            if (!chain.hasChanged()) {
                chain.answer();
            }
        }
    }

    /** The rows as they were last seen. What was seen before another changed it will not be written over, and is read then. */
    private static Map<AuthorizationKey, GroupReads.Found> rows(Connection connection, List<Asked<?>> askers)
            throws SQLException {
        Map<AuthorizationKey, GroupReads.Found> rows = new HashMap<>();
        Set<AuthorizationKey> unseen = new LinkedHashSet<>();
        for (Asked<?> asked : askers) {
            asked.takeSeen()
                    .ifPresentOrElse(
                            seen -> rows.merge(asked.key(), seen, GroupReads.Found::later),
                            () -> unseen.add(asked.key()));
        }
        rows.putAll(GroupReads.of(connection, unseen));
        return rows;
    }

    /** Writes what was decided, and gives the chains whose rows were as they had been read. */
    List<Chain> write(Connection connection) throws SQLException {
        writing = chains.values().stream()
                .filter(Chain::hasChanged)
                .sorted(Comparator.comparing(Chain::id))
                .toList();
        if (writing.isEmpty()) {
            return List.of();
        }
        if (carriesOut) {
            GroupWrites.lock(connection, writing.stream().map(Chain::bot).collect(Collectors.toSet()));
        }
        Set<AuthorizationId> written = GroupWrites.update(connection, operation, writing);
        return writing.stream().filter(chain -> written.contains(chain.id())).toList();
    }

    /** Carries out what follows from the chains that were written. */
    void carryOut(Connection connection, List<Chain> written, RandomGenerator random) throws SQLException {
        List<Bot> installed = new ArrayList<>();
        for (Chain chain : written) {
            for (Consequence consequence : chain.consequences()) {
                if (consequence instanceof Consequence.InstallBot(Bot bot)) {
                    installed.add(bot);
                }
            }
        }
        Map<BotId, Integer> live = installed.isEmpty() ? new HashMap<>() : GroupWrites.install(connection, installed);
        Statements statements = new Statements(connection, Text::storable);
        for (Chain chain : written) {
            for (Consequence consequence : chain.consequences()) {
                carryOut(statements, chain.id(), consequence, live, random);
            }
        }
    }

    private static void carryOut(
            Statements statements,
            AuthorizationId decided,
            Consequence consequence,
            Map<BotId, Integer> live,
            RandomGenerator random)
            throws SQLException {
        switch (consequence) {
            case Consequence.InstallBot installed -> {}
            case Consequence.CopyTemplate copy -> PageRows.copy(statements, copy, random);
            case Consequence.EndUnusedLongest surplus -> {
                BotId bot = surplus.bot().id();
                if (live.getOrDefault(bot, 0) > surplus.keep()) {
                    new PostgresTransaction(statements)
                            .end(
                                    AuthorizationRows.unusedLongest(statements, bot, decided, surplus.keep()),
                                    EndReason.ONE_TOO_MANY,
                                    surplus.at());
                }
            }
        }
    }

    /** Those who have to wait, for this round cannot see to the consequences. */
    List<Asked<?>> waiting() {
        return waiting;
    }

    /** The connection was lost: whoever was being written does not know whether he was. */
    void lost() {
        for (Chain chain : writing) {
            chain.asked().forEach(asked -> asked.lost(operation, chain.versionBefore()));
        }
    }
}
