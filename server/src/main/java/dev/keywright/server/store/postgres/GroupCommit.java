package dev.keywright.server.store.postgres;

import dev.keywright.server.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decisions in groups: one read for all, one write for all, one commit. A row that another node changed in between is not
 * written, and is decided on again from what it is now; no lock is held while anything is decided.
 */
final class GroupCommit implements Lane.Work<Asked<?>> {
    private static final int OPERATION_LENGTH = 16;

    private final Pool pool;
    private final Optional<Lane<Asked<?>>> consequential;
    private final Pause pause;
    private final RandomGenerator random;

    /**
     * Decisions on connections of this pool.
     *
     * @param consequential where decisions with consequences go; empty when this pool's transactions can carry them out
     */
    GroupCommit(Pool pool, Optional<Lane<Asked<?>>> consequential, Pause pause, RandomGenerator random) {
        this.pool = pool;
        this.consequential = consequential;
        this.pause = pause;
        this.random = random;
    }

    @Override
    public List<Asked<?>> on(List<Asked<?>> askers) {
        byte[] operation = new byte[OPERATION_LENGTH];
        random.nextBytes(operation);
        Group group = new Group(operation, consequential.isEmpty());
        try {
            pool.atOnce(connection -> {
                run(group, connection, askers);
                return true;
            });
            List<Asked<?>> later = unanswered(askers);
            consequential.ifPresent(lane -> {
                later.removeAll(group.waiting());
                group.waiting().forEach(asked -> handOn(asked, lane));
            });
            return later;
        } catch (SQLException e) {
            return failed(group, askers, e);
        } catch (RuntimeException | Error e) {
            // Errors too: without this thread every later request would wait for ever.
            return alone(askers, e);
        }
    }

    /** One who finds no room there is told so, and not run here: those before him are with the other lane's thread by now. */
    private static void handOn(Asked<?> asked, Lane<Asked<?>> lane) {
        try {
            lane.add(asked);
        } catch (StoreUnavailableException e) {
            asked.fail(e);
        }
    }

    private void run(Group group, Connection connection, List<Asked<?>> askers) throws SQLException {
        group.decide(connection, askers);
        List<Chain> written = group.write(connection);
        group.carryOut(connection, written, random);
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        for (Chain chain : written) {
            chain.answer();
        }
    }

    private List<Asked<?>> failed(Group group, List<Asked<?>> askers, SQLException e) {
        return switch (Failure.of(e)) {
            case CONFLICT, DEMOTED -> again(askers, e);
            case LOST -> {
                group.lost();
                yield again(askers, e);
            }
            case SILENT, UNREACHABLE -> {
                unanswered(askers).forEach(asked -> asked.fail(unavailable(e)));
                yield List.of();
            }
            case OTHER -> alone(askers, unavailable(e));
        };
    }

    private List<Asked<?>> again(List<Asked<?>> askers, SQLException e) {
        List<Asked<?>> again = new ArrayList<>();
        int most = 0;
        for (Asked<?> asked : unanswered(askers)) {
            int attempts = asked.countAttempt();
            if (attempts < Pause.ATTEMPTS) {
                again.add(asked);
                most = Math.max(most, attempts);
            } else {
                asked.fail(unavailable(e));
            }
        }
        if (!again.isEmpty()) {
            pause.after(most);
        }
        return again;
    }

    /** One that cannot succeed must not fail the others: each is tried again alone. */
    private List<Asked<?>> alone(List<Asked<?>> askers, Throwable cause) {
        List<Asked<?>> unanswered = unanswered(askers);
        if (askers.size() == 1) {
            unanswered.forEach(asked -> asked.fail(cause));
            return List.of();
        }
        List<Asked<?>> again = new ArrayList<>();
        unanswered.forEach(asked -> again.addAll(on(List.of(asked))));
        return again;
    }

    private static List<Asked<?>> unanswered(List<Asked<?>> askers) {
        List<Asked<?>> unanswered = new ArrayList<>(askers);
        unanswered.removeIf(Asked::isAnswered);
        return unanswered;
    }

    private static StoreUnavailableException unavailable(SQLException e) {
        return new StoreUnavailableException("the write failed: " + e.getMessage(), e);
    }
}
