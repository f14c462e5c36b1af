package dev.keywright.distribution;

import dev.keywright.server.Keywright;
import dev.keywright.server.cli.Cli;
import dev.keywright.server.cli.StopSignal;

/** The program {@code keywright}. */
public final class Main {
    private Main() {}

    /** Does what the arguments ask for; exit status 0 when all went well, 2 when something given was wrong. */
    public static void main(String[] arguments) {
        Cli cli = new Cli(
                Keywright.launcher(System.err), StopSignal.ofTheProcess(), System.getenv(), System.out, System.err);
        System.exit(cli.run(arguments));
    }
}
