package dev.keywright.server.cli;

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
