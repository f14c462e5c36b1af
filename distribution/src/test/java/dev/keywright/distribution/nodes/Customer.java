package dev.keywright.distribution.nodes;

import dev.keywright.distribution.App;
import dev.keywright.distribution.nodes.Call.Answer;
import dev.keywright.distribution.nodes.Call.Kind;
import dev.keywright.distribution.nodes.Call.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * An app and a few people who use it, on one thread: a share of the load. What got no answer is asked again, of whatever
 * node, until it is answered, as a real app would. Some things are asked twice at once, or beside what contradicts them.
 */
final class Customer {
    private static final long PATIENCE_SECONDS = 60;
    private static final long PAUSE_MILLIS = 50;

    private final List<Grant> grants;
    private final List<Node> nodes;
    private final History history;
    private final Random random;

    /** One whose choices a seed decides. */
    Customer(List<Grant> grants, List<Node> nodes, History history, long seed) {
        this.grants = grants;
        this.nodes = nodes;
        this.history = history;
        this.random = new Random(seed);
    }

    /** Works until nobody wants it any more, or nothing is left to work with. */
    boolean work(BooleanSupplier wanted) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (wanted.getAsBoolean()) {
                List<Grant> live = grants.stream().filter(Grant::live).toList();
                Optional<Grant> unused = grants.stream().filter(Grant::unused).findFirst();
                if (unused.isPresent() && (live.isEmpty() || random.nextInt(15) == 0)) {
                    together(threads, unused.get(), exchanges());
                } else if (live.isEmpty()) {
                    return true;
                } else {
                    together(threads, live.get(random.nextInt(live.size())), something());
                }
            }
            return true;
        }
    }

    private List<Kind> exchanges() {
        return random.nextInt(6) == 0 ? List.of(Kind.EXCHANGE, Kind.EXCHANGE) : List.of(Kind.EXCHANGE);
    }

    private List<Kind> something() {
        return switch (random.nextInt(200)) {
            case 0 -> List.of(Kind.DISCONNECT);
            case 1 -> List.of(Kind.DISCONNECT, Kind.REFRESH);
            case 2, 3, 4 -> List.of(Kind.REVOKE);
            case 5, 6 -> List.of(Kind.REVOKE, Kind.REFRESH);
            case 7, 8 -> List.of(Kind.REVOKE, Kind.USE);
            case 9, 10 -> List.of(Kind.EXCHANGE);
            case 11, 12 -> List.of(Kind.EXCHANGE, Kind.REFRESH);
            default ->
                switch (random.nextInt(8)) {
                    case 0 -> List.of(Kind.REFRESH, Kind.REFRESH);
                    case 1 -> List.of(Kind.REFRESH, Kind.USE);
                    case 2 -> List.of(Kind.USE);
                    default -> List.of(Kind.REFRESH);
                };
        };
    }

    private void together(ExecutorService threads, Grant grant, List<Kind> kinds)
            throws InterruptedException, ExecutionException {
        List<Future<Answer>> asked = new ArrayList<>();
        Optional<App.Pair> pair = grant.pair();
        for (Kind kind : kinds) {
            asked.add(threads.submit(() -> untilAnswered(grant, kind, pair)));
        }
        for (int i = 0; i < kinds.size(); i++) {
            learn(grant, kinds.get(i), asked.get(i).get());
        }
    }

    private void learn(Grant grant, Kind kind, Answer answer) {
        if (kind == Kind.DISCONNECT && answer instanceof Call.Accepted) {
            grants.stream().filter(grant::isOfSamePerson).forEach(Grant::end);
        } else {
            grant.learn(kind, answer);
        }
    }

    private Answer untilAnswered(Grant grant, Kind kind, Optional<App.Pair> pair) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            Answer answer = ask(grant, kind, pair, nodes.get(random.nextInt(nodes.size())));
            if (!(answer instanceof Unknown)) {
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("no node answers: " + kind);
    }

    private Answer ask(Grant grant, Kind kind, Optional<App.Pair> pair, Node node) throws InterruptedException {
        App app = node.app();
        List<Integer> one = List.of(grant.number());
        return switch (kind) {
            case EXCHANGE -> history.record(one, kind, 0, () -> Replies.pair(app.exchange(grant.code())));
            case REFRESH -> {
                App.Pair last = pair.orElseThrow();
                yield history.record(one, kind, last.generation(), () -> Replies.pair(app.refresh(last.refresh())));
            }
            case USE -> {
                App.Pair last = pair.orElseThrow();
                yield history.record(
                        one,
                        kind,
                        last.generation(),
                        random.nextBoolean()
                                ? () -> Replies.access(app.me(last.access()))
                                : () -> Replies.introspection(app.introspect(last.access())));
            }
            case REVOKE -> {
                App.Pair last = pair.orElseThrow();
                yield history.record(
                        one, kind, last.generation(), () -> Replies.revocation(app.revoke(last.refresh())));
            }
            case DISCONNECT -> {
                List<Integer> all = grants.stream()
                        .filter(grant::isOfSamePerson)
                        .map(Grant::number)
                        .toList();
                yield history.record(all, kind, 0, () -> grant.person().disconnect(node));
            }
        };
    }

    /** Asks about everything once more, of every node: whether it still is as it was answered. */
    boolean prove() throws InterruptedException {
        for (Grant grant : grants) {
            if (grant.unused()) {
                learn(grant, Kind.EXCHANGE, untilAnswered(grant, Kind.EXCHANGE, Optional.empty()));
            }
            if (grant.live()) {
                proveLive(grant);
                learn(grant, Kind.EXCHANGE, untilAnswered(grant, Kind.EXCHANGE, grant.pair()));
            }
            proveOver(grant);
        }
        return true;
    }

    private void proveLive(Grant grant) throws InterruptedException {
        ofEveryNode(grant, Kind.USE);
        learn(grant, Kind.REFRESH, untilAnswered(grant, Kind.REFRESH, grant.pair()));
        ofEveryNode(grant, Kind.USE);
    }

    private void proveOver(Grant grant) throws InterruptedException {
        if (grant.pair().isPresent()) {
            ofEveryNode(grant, Kind.USE);
            ofEveryNode(grant, Kind.REFRESH);
        } else {
            ofEveryNode(grant, Kind.EXCHANGE);
        }
    }

    private void ofEveryNode(Grant grant, Kind kind) throws InterruptedException {
        for (Node node : nodes) {
            Answer answer = ask(grant, kind, grant.pair(), node);
            if (answer instanceof Unknown) {
                throw new AssertionError("with everything up again a node does not answer: " + kind);
            }
        }
    }
}
