package dev.keywright.server.emulator;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Faults;
import dev.keywright.server.http.Outcome;
import dev.keywright.server.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The faults that wait for their requests: the first that matches is met, as often as it says, and is gone. */
final class FaultList implements Faults {
    private final CallingClient clients;
    private final Consumer<Duration> waiting;
    private final List<FaultRule> rules = new ArrayList<>();
    private int added;

    /** No faults yet; a delay is spent by {@code waiting}. */
    FaultList(CallingClient clients, Consumer<Duration> waiting) {
        this.clients = clients;
        this.waiting = waiting;
    }

    /** Adds a fault behind the others. */
    synchronized FaultRule add(FaultMatch match, int times, Fault fault) {
        added++;
        return add(new FaultRule("fault-" + added, match, times, fault));
    }

    /** Adds a rule behind the others. */
    synchronized FaultRule add(FaultRule rule) {
        rules.add(rule);
        return rule;
    }

    /** What waits, in order. */
    synchronized List<FaultRule> all() {
        return List.copyOf(rules);
    }

    /** Nothing goes wrong any more. */
    synchronized void clear() {
        rules.clear();
    }

    /** Nothing goes wrong any more for this client alone. */
    synchronized void clear(ClientId client) {
        rules.removeIf(rule -> rule.match().client().equals(Optional.of(client)));
    }

    private synchronized Optional<FaultRule> take(Request request) {
        Supplier<Optional<ClientId>> caller = () -> clients.of(request);
        for (int i = 0; i < rules.size(); i++) {
            FaultRule rule = rules.get(i);
            if (rule.match().matches(request, caller)) {
                if (rule.times() == 1) {
                    rules.remove(i);
                } else {
                    rules.set(i, rule.met());
                }
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    @Override
    public Outcome around(Request request, Supplier<Answer> endpoint) {
        Optional<FaultRule> rule = take(request);
        if (rule.isEmpty()) {
            return new Outcome.Answered(endpoint.get());
        }
        Fault fault = rule.get().fault();
        fault.delay().ifPresent(waiting);
        return outcome(request, endpoint, rule.get());
    }

    private static Outcome outcome(Request request, Supplier<Answer> endpoint, FaultRule rule) {
        String name = rule.name();
        return switch (rule.fault().effect()) {
            case Fault.Effect.None none -> new Outcome.Faulted(endpoint.get(), name + ": the answer was delayed");
            case Fault.Effect.DropBefore before ->
                new Outcome.Dropped(name + ": the connection was closed and nothing was done");
            case Fault.Effect.DropAfter after ->
                new Outcome.Dropped(name + ": it was done, and its answer ("
                        + endpoint.get().status() + ") was lost on the way");
            case Fault.Effect.Twice twice -> {
                int first = endpoint.get().status();
                yield new Outcome.Faulted(
                        endpoint.get(),
                        name + ": somebody else sent the same a moment before, and got the first answer (" + first
                                + ")");
            }
            case Fault.Effect.NoRefreshToken without ->
                new Outcome.Faulted(
                        FaultAnswers.withoutRefreshToken(endpoint.get()),
                        name + ": the refresh token was left out of the answer");
            case Fault.Effect.ExpiredCode expired ->
                new Outcome.Faulted(
                        FaultAnswers.expiredCode(request),
                        name + ": the code counts as expired; send the person through the authorization URL again");
            case Fault.Effect.Status status ->
                new Outcome.Faulted(
                        FaultAnswers.status(request, status),
                        name + ": the emulator was asked to answer so, and nothing was done");
            case Fault.Effect.Body body ->
                new Outcome.Faulted(
                        FaultAnswers.body(body),
                        name + ": the emulator was asked to answer these bytes, and nothing was done");
        };
    }
}
