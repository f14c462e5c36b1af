package dev.keywright.bench.core;

import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenKind;
import dev.keywright.server.authorization.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What the decision to refresh costs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RefreshBenchmark {
    /** The token of the current generation: the row moves on. */
    @Benchmark
    public Verdict<Refresh.Outcome> refreshCurrent(CoreState core) {
        return decide(core, core.active.generation());
    }

    /** The token of an old generation: the authorization ends. */
    @Benchmark
    public Verdict<Refresh.Outcome> refreshReplayed(CoreState core) {
        return decide(core, 1);
    }

    private static Verdict<Refresh.Outcome> decide(CoreState core, long generation) {
        Token token = new Token(TokenKind.REFRESH, core.key, generation, core.row.id());
        return new Refresh(token, core.client, core.key, AuthorizationPolicy.DEFAULT, core.now).decide(core.row);
    }
}
