package dev.keywright.bench;

import dev.keywright.bench.floor.Floor;
import dev.keywright.bench.load.Driver;
import dev.keywright.bench.load.Load;
import dev.keywright.bench.process.AotCache;
import dev.keywright.bench.process.JavaCommand;
import dev.keywright.bench.process.PostgresProcess;
import dev.keywright.bench.process.Program;
import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.seed.Ground;
import dev.keywright.bench.seed.Seed;
import dev.keywright.bench.seed.SeedSize;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured: the packaged server, and the floor under the same flags.
 *
 * @param work a folder for data and logs, on the disk that is to be measured
 */
record Subjects(Program program, Path work) {
    /** The data folder of this name. */
    Path data(String name) {
        return work.resolve(name).resolve("data");
    }

    /** A data folder that a server can be started on. */
    Seed sow(String name, SeedSize size) throws IOException, SQLException {
        return sow(name, new Ground.Folder(data(name)), size);
    }

    /** Data that a server can be started on. */
    Seed sow(String name, Ground ground, SeedSize size) throws IOException, SQLException {
        return Seed.sow(ground, work.resolve(name).resolve("keys"), size);
    }

    /** The server on seeded data, with these settings beside those of the data. */
    ServerProcess serve(Seed seed, String... settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
        arguments.addAll(seed.arguments());
        arguments.addAll(List.of(settings));
        return server(arguments.toArray(String[]::new));
    }

    /** A PostgreSQL as it comes, with nothing in it. */
    PostgresProcess postgres() throws IOException {
        return PostgresProcess.start(work.resolve("postgresql"));
    }

    /** The emulator, which leaves nothing behind. */
    ServerProcess emulate() throws IOException {
        return server("emulate", "--port", "0");
    }

    private ServerProcess server(String... arguments) throws IOException {
        return ServerProcess.start(program.command(arguments), work.resolve(arguments[0] + ".log"));
    }

    /** The floor; with an AOT cache of its own when the server has one. */
    ServerProcess floor() throws IOException {
        return floor(List.of());
    }

    /** The floor, started as the emulator is. */
    ServerProcess floorAsEmulator() throws IOException {
        return floor(program.emulateFlags());
    }

    private ServerProcess floor(List<String> moreFlags) throws IOException {
        List<String> flags = new ArrayList<>(program.sharedFlags());
        if (program.hasAotCache()) {
            flags.add(AotCache.flag(work.resolveSibling("floor.aot"), Floor.class, flags, Subjects::train));
        }
        flags.addAll(moreFlags);
        return ServerProcess.start(JavaCommand.of(Floor.class, flags));
    }

    private static void train(ServerProcess floor) throws IOException {
        Load load = new Load(1, Duration.ZERO, Duration.ofMillis(100));
        for (Kind kind : Kind.values()) {
            new Driver(floor.address()).run(kind.workload(Talk.withFloorAlone()), load);
        }
    }
}
