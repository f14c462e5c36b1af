package dev.keywright.server.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text file that the server is packaged with, beside the classes here. */
final class PackagedFile {
    private PackagedFile() {}

    static String text(String name) {
        try (InputStream resource = PackagedFile.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the server was packaged without " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
