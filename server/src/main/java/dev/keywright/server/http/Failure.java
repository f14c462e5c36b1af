package dev.keywright.server.http;

/** Says where an unexpected exception was thrown without quoting its message, which may hold what a client sent. */
final class Failure {
    private static final int FRAMES = 6;

    private Failure() {}

    static String where(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.getClass().getName());
        StackTraceElement[] trace = failure.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
            text.append(i == 0 ? " at " : " < ").append(trace[i]);
        }
        return failure.getCause() == null ? text.toString() : text + ", caused by " + where(failure.getCause());
    }
}
