package dev.keywright.server.wire;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** All that this process logs while this is open, by whichever library, with stack traces. */
final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = root();
    private final Handler platform = new Handler() {
        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord message) {
            lines.add(format.format(message));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Logged() {}

    /** While another test's server is starting up the logging, there is only a stand-in to be had. */
    private static Logger root() {
        while (!(LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger)) {
            Thread.onSpinWait();
        }
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    static Logged everything() {
        Logged logged = new Logged();
        logged.start();
        logged.root.setLevel(Level.DEBUG);
        logged.root.addAppender(logged);
        LogManager.getLogManager().getLogger("").addHandler(logged.platform);
        return logged;
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(event.getLoggerName() + " " + event.getFormattedMessage());
        for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            line.append('\n').append(cause.getClassName()).append(": ").append(cause.getMessage());
        }
        lines.add(line.toString());
        // What the JSON form of the log says by name.
        Optional.ofNullable(event.getKeyValuePairs())
                .orElse(List.of())
                .forEach(pair -> lines.add(event.getLoggerName() + " says " + pair));
    }

    /** What was logged so far. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The audit events that name this request, which no other test has. */
    List<String> audit(Reply reply) {
        String id = reply.header("x-notion-request-id");
        return lines.stream()
                .filter(line -> line.startsWith("keywright.audit request_id=" + id))
                .map(line -> line.substring(line.indexOf(id) + id.length() + 1))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        LogManager.getLogManager().getLogger("").removeHandler(platform);
    }
}
