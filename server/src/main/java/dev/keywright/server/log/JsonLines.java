package dev.keywright.server.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * A file of JSON objects, one a line, each with the time and the id of a request. Whoever appends does not wait for the disk,
 * unless more than a mebibyte does already.
 */
public final class JsonLines implements AutoCloseable {
    private final OutputStream file;
    private final InstantSource clock;

    private JsonLines(OutputStream file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Opens the file; throws with one sentence that says what is wrong and what to do.
     *
     * @param name what messages call it: the setting that names the file
     */
    public static JsonLines open(String name, Path path, InstantSource clock) throws IOException {
        return new JsonLines(new GatheringStream(RotatedFile.open(name, path), name), clock);
    }

    /** Appends a line with these fields after those that every line has. */
    public void append(String requestId, Consumer<JsonGenerator> fields) {
        byte[] line = JsonLine.of(clock.instant(), json -> {
            json.writeStringProperty("request_id", requestId);
            fields.accept(json);
        });
        try {
            file.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException("the file keeps its failures to itself", e);
        }
    }

    /** Writes what is still to be written. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the file keeps its failures to itself", e);
        }
    }
}
