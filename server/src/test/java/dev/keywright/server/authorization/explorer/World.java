package dev.keywright.server.authorization.explorer;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.Pending;
import dev.keywright.server.authorization.State;
import dev.keywright.server.authorization.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything at one moment: what is committed, what both nodes have in hand, and what has happened.
 *
 * @param setup the same all along
 * @param decisions the same all along
 * @param row the committed row
 * @param nodes two; each signs with the key of its own number, as in the middle of a key's rotation
 */
record World(Setup setup, Decisions decisions, Clock clock, Authorization row, List<Node> nodes, History history) {
    private static final Node IDLE = new Node.Idle();

    /** The world just after the consent. */
    static World of(Setup setup, Decisions decisions) {
        Clock clock = new Clock(Setup.CONSENTED_AT, false);
        return new World(setup, decisions, clock, setup.row(), List.of(IDLE, IDLE), History.NONE);
    }

    Instant now() {
        return clock.now();
    }

    /** All that can happen next. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            switch (nodes.get(node)) {
                case Node.Idle idle -> {
                    for (Request request : requests()) {
                        steps.add(new Step.Ask(node, request));
                    }
                }
                case Node.Asked asked -> {
                    steps.add(new Step.Decide(node));
                    steps.add(new Step.Crash(node));
                }
                case Node.Decided decided -> {
                    steps.add(new Step.Commit(node));
                    steps.add(new Step.Crash(node));
                }
                case Node.Answering answering -> {
                    steps.add(new Step.Deliver(node));
                    steps.add(new Step.Lose(node));
                }
            }
        }
        for (Duration by : clock.steps(setup.clockSteps())) {
            steps.add(new Step.Tick(by));
        }
        return steps;
    }

    private List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        for (Client by : Client.values()) {
            requests.add(new Request.RedeemCode(by));
            for (Pair pair : history.answered().list()) {
                requests.add(new Request.RefreshWith(pair, by));
                requests.add(new Request.RevokeWith(pair, by));
            }
        }
        requests.add(new Request.Disconnect());
        return requests;
    }

    /** The world after one of its {@link #steps()}. */
    World after(Step step) {
        return switch (step) {
            case Step.Ask(int node, Request request) -> ask(node, new Node.Asked(request, now()));
            case Step.Decide(int node) -> decide(node, (Node.Asked) nodes.get(node));
            case Step.Commit(int node) -> commit(node, (Node.Decided) nodes.get(node));
            case Step.Deliver(int node) ->
                with(history.arrived(((Node.Answering) nodes.get(node)).answer()))
                        .with(node, IDLE);
            case Step.Lose(int node) -> with(node, IDLE);
            case Step.Crash(int node) -> with(node, IDLE);
            case Step.Tick(Duration by) -> new World(setup, decisions, clock.moved(by), row, nodes, history);
        };
    }

    private World ask(int node, Node.Asked asked) {
        return setup.slowToRead() ? with(node, asked) : decide(node, asked);
    }

    private World decide(int node, Node.Asked asked) {
        Verdict<Answer> verdict =
                decisions.decide(asked.request(), row, new KeyId(node), setup.policy(), asked.stamp());
        decisions.came(verdict.outcome());
        World decided = with(history.decided(verdict.outcome()));
        return verdict.next().isPresent()
                ? decided.with(node, new Node.Decided(asked, row, verdict))
                : decided.answering(node, asked.request(), verdict.outcome());
    }

    private World commit(int node, Node.Decided decided) {
        Node.Asked asked = decided.asked();
        if (!decisions.maySwap(row, decided.read())) {
            return with(node, asked);
        }
        Authorization next = decided.verdict().next().orElseThrow();
        History wrote = history.wrote(row, next, asked.stamp());
        return new World(setup, decisions, clock, next, nodes, wrote)
                .answering(node, asked.request(), decided.verdict().outcome());
    }

    private World answering(int node, Request request, Answer answer) {
        boolean redeemed =
                request instanceof Request.RedeemCode && answer.tokens().isPresent();
        return with(redeemed ? history.redemption() : history)
                .with(node, answer.tells() ? new Node.Answering(answer) : IDLE);
    }

    private World with(History more) {
        return new World(setup, decisions, clock, row, nodes, more);
    }

    private World with(int node, Node changed) {
        List<Node> both = node == 0 ? List.of(changed, nodes.get(1)) : List.of(nodes.get(0), changed);
        return new World(setup, decisions, clock, row, both, history);
    }

    /** Whether all but what the nodes have in hand is the same. */
    boolean differsOnlyInNodes(World other) {
        return clock.equals(other.clock) && row.equals(other.row) && history.equals(other.history);
    }

    @Override
    public String toString() {
        return "%s; node 0 %s; node 1 %s; version %d %s"
                .formatted(now(), nodes.get(0), nodes.get(1), row.version(), inWords(row.state()));
    }

    private static String inWords(State state) {
        return switch (state) {
            case Pending pending -> "pending until " + pending.codeExpiresAt();
            case Active active ->
                "active in " + Pair.of(active) + " since " + active.current().since();
            case Ended ended -> "ended because " + ended.why().sentence();
        };
    }
}
