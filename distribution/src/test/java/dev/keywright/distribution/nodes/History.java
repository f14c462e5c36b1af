package dev.keywright.distribution.nodes;

import dev.keywright.distribution.nodes.Call.Answer;
import dev.keywright.distribution.nodes.Call.Unknown;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was asked and answered in a round, by all. */
final class History {
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    /** Something that is asked. */
    interface Request {
        Answer send() throws IOException, InterruptedException;
    }

    /** Asks about some authorizations, and writes down what came of it. */
    Answer record(Collection<Integer> authorizations, Call.Kind kind, long generation, Request request)
            throws InterruptedException {
        long sent = System.nanoTime();
        Answer answer = answer(request);
        long answered = System.nanoTime();
        for (int authorization : authorizations) {
            calls.add(new Call(authorization, kind, generation, sent, answered, answer));
        }
        return answer;
    }

    private static Answer answer(Request request) throws InterruptedException {
        try {
            return request.send();
        } catch (IOException e) {
            return new Unknown();
        }
    }

    /** All that was written down. */
    List<Call> calls() {
        return List.copyOf(calls);
    }
}
