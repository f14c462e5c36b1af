package dev.keywright.distribution;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.keywright.server.log.JsonLine;
import java.util.List;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;

/**
 * A line of the log as a JSON object: time, level, logger, thread and message, what the line says by name, the request's id
 * above all, and a stack trace as one string.
 */
final class JsonLogEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};

    @Override
    public byte[] encode(ILoggingEvent event) {
        return JsonLine.of(event.getInstant(), json -> write(event, json));
    }

    private static void write(ILoggingEvent event, JsonGenerator json) {
        json.writeStringProperty("level", event.getLevel().toString());
        json.writeStringProperty("logger", event.getLoggerName());
        json.writeStringProperty("thread", event.getThreadName());
        json.writeStringProperty("message", event.getFormattedMessage());
        List<KeyValuePair> named = Optional.ofNullable(event.getKeyValuePairs()).orElse(List.of());
        for (KeyValuePair pair : named) {
            json.writeStringProperty(pair.key, String.valueOf(pair.value));
        }
        IThrowableProxy failure = event.getThrowableProxy();
        if (failure != null) {
            json.writeStringProperty("error", ThrowableProxyUtil.asString(failure));
        }
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
