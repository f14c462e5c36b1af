package dev.keywright.bench;

import dev.keywright.bench.load.Answer;
import dev.keywright.bench.load.Conversation;
import dev.keywright.bench.load.Driver;
import dev.keywright.bench.load.Load;
import dev.keywright.bench.load.LoadResult;
import dev.keywright.bench.load.Workload;
import dev.keywright.bench.process.ServerProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A running server and what can be said to it: one side of a comparison. */
record Side(ServerProcess process, Talk talk) {
    /**
     * What a load came to.
     *
     * @param busy how long the server kept cores busy for it
     */
    record Run(LoadResult result, Duration busy) {
        /** How long the server kept a core busy for one request. */
        Duration busyPerRequest() {
            return busy.dividedBy(Math.max(1, result.latencies().count()));
        }
    }

    /** Puts a load on it; says on the terminal what the first wrong answer looked like. */
    Run load(Kind kind, Load load) throws IOException {
        return load(process, kind.workload(talk), load);
    }

    /** Puts a load on a server; says on the terminal what the first wrong answer looked like. */
    static Run load(ServerProcess process, Workload workload, Load load) throws IOException {
        Duration before = process.busy();
        LoadResult result = new Driver(process.address()).run(workload, load);
        result.firstError().ifPresent(System.err::println);
        return new Run(result, process.busy().minus(before));
    }

    /** How many bytes its answer has, headers included. */
    int answerSize(Kind kind) throws IOException {
        AtomicInteger size = new AtomicInteger();
        new Driver(process.address())
                .run(
                        (connection, connections) ->
                                measuring(kind.workload(talk).on(connection, connections), size),
                        new Load(1, Duration.ZERO, Duration.ofMillis(1)));
        return size.get();
    }

    private static Conversation measuring(Conversation conversation, AtomicInteger size) {
        return new Conversation() {
            @Override
            public ByteBuffer request() {
                return conversation.request();
            }

            @Override
            public boolean accept(Answer answer) {
                size.set(answer.size());
                return conversation.accept(answer);
            }
        };
    }

    /** Refuses to compare two that do not answer as many bytes. */
    static void mustAnswerAlike(Side floor, Side server, Iterable<Kind> kinds) throws IOException {
        for (Kind kind : kinds) {
            int one = floor.answerSize(kind);
            int other = server.answerSize(kind);
            if (one != other) {
                throw new IllegalStateException(
                        kind + ": the floor answers " + one + " bytes and Keywright " + other + "; make them alike");
            }
        }
    }
}
