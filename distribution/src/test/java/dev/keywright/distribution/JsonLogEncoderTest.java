package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLogEncoderTest {
    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    private Logger logger() {
        events.start();
        ch.qos.logback.classic.Logger logger = context.getLogger("dev.keywright.Test");
        logger.setLevel(Level.INFO);
        logger.addAppender(events);
        return logger;
    }

    private String encoded() {
        return new String(new JsonLogEncoder().encode(events.list.getLast()), StandardCharsets.UTF_8);
    }

    @Test
    void aLineHasTheFieldsOfEveryLineAndNoOther() {
        logger().warn("{} is {}", "this", "that");

        JsonNode line = new JsonMapper().readTree(encoded());
        assertThat(line.propertyNames()).containsExactly("time", "level", "logger", "thread", "message");
        assertThat(line.path("time").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(line.path("level").asString()).isEqualTo("WARN");
        assertThat(line.path("logger").asString()).isEqualTo("dev.keywright.Test");
        assertThat(line.path("thread").asString())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(line.path("message").asString()).isEqualTo("this is that");
    }

    @Test
    void aRequestsIdIsAFieldOfItsOwn() {
        logger().atError().addKeyValue("request_id", "r1").log("failed");

        assertThat(new JsonMapper().readTree(encoded()).path("request_id").asString())
                .isEqualTo("r1");
    }

    @Test
    void aStackTraceIsOneStringOnTheLine() {
        logger().error("failed", new IllegalStateException("outer", new IllegalArgumentException("inner")));

        assertThat(List.of(encoded().split("\n", -1))).hasSize(2);
        assertThat(new JsonMapper().readTree(encoded()).path("error").asString())
                .startsWith("java.lang.IllegalStateException: outer\n")
                .contains("Caused by: java.lang.IllegalArgumentException: inner", "JsonLogEncoderTest.java");
    }
}
