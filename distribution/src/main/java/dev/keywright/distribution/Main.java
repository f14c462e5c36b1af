package dev.keywright.distribution;

import dev.keywright.server.Keywright;
import dev.keywright.server.cli.Cli;
import dev.keywright.server.cli.StopSignal;
import dev.keywright.server.log.GatheringStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program {@code keywright}. */
public final class Main {
    private Main() {}

    /** Does what the arguments ask for; exit status 0 when all went well, 2 when something given was wrong. */
    public static void main(String[] arguments) {
        System.setErr(new PrintStream(
                new GatheringStream(new FileOutputStream(FileDescriptor.err), "standard-error"),
                false,
                StandardCharsets.UTF_8));
        Cli cli = new Cli(
                new FormattedLog(Keywright.launcher(System.err)),
                StopSignal.ofTheProcess(),
                System.getenv(),
                System.out,
                System.err);
        int status = cli.run(arguments);
        System.err.flush();
        System.exit(status);
    }
}
