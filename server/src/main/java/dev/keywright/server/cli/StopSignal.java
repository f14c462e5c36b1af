package dev.keywright.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Tells the command line that it is time to stop. */
public interface StopSignal {
    /** Runs {@code stop} once, on a thread of its own, when the process is asked to end. */
    void onStop(Runnable stop);

    /**
     * SIGTERM, Ctrl-C and the end of the JVM. The process then exits with status 0: a JVM that a signal ends would exit
     * with 143, which a supervisor takes for a failure, though every request was finished. When stopping fails it is 1.
     */
    static StopSignal ofTheProcess() {
        return stop -> {
            Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> stopAndHalt(stop));
            try {
                Runtime.getRuntime().addShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The signal came while the server was starting, so there is no later moment to stop it.
                stop.run();
            }
        };
    }

    /**
     * Asks this process to end, as SIGTERM does, once {@code input} ends: the operating system closes a pipe when the
     * process at its other end is over, however it ended. What is written into it is not looked at.
     */
    static void sendWhenEnded(InputStream input) {
        Thread.ofPlatform().name("stdin").daemon(true).start(() -> {
            try {
                input.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // A pipe that cannot be read has nobody at its other end either.
            }
            System.exit(Cli.OK);
        });
    }

    private static void stopAndHalt(Runnable stop) {
        int status = 1;
        try {
            stop.run();
            status = 0;
        } finally {
            System.out.flush();
            System.err.flush();
            Runtime.getRuntime().halt(status);
        }
    }
}
