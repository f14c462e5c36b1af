package dev.keywright.bench.core;

import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenPair;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to write a pair and to read a token. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenCodecBenchmark {
    private String genuine = "";
    private String forged = "";

    /** A token, and the same with its last character changed. */
    @Setup
    public void present(CoreState core) {
        genuine = core.codec.pair(core.row.id(), core.active).refreshToken();
        char last = genuine.charAt(genuine.length() - 1);
        forged = genuine.substring(0, genuine.length() - 1) + (last == '0' ? '1' : '0');
    }

    /** Both tokens of a generation. */
    @Benchmark
    public TokenPair encodePair(CoreState core) {
        return core.codec.pair(core.row.id(), core.active);
    }

    /** A token of this server. */
    @Benchmark
    public Optional<Token> decodeGenuine(CoreState core) {
        return core.codec.decode(genuine);
    }

    /** A token whose MAC is wrong: what a guess costs the server. */
    @Benchmark
    public Optional<Token> decodeForged(CoreState core) {
        return core.codec.decode(forged);
    }
}
