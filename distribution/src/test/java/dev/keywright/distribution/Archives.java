package dev.keywright.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The archives of a release, where the build made them. */
final class Archives {
    /** The property that says where they are: their path up to what each adds to it. */
    static final String PROPERTY = "keywright.archives";

    static final String NOT_MADE = "archives are made with -Prelease only";

    private Archives() {}

    /** The path of one, by what it adds. */
    static Path path(String rest) {
        return Path.of(System.getProperty(PROPERTY) + rest);
    }

    /** Unpacks one, which is no zip, and gives the folder that this makes. */
    static Path unpack(String rest, Path folder) throws IOException, InterruptedException {
        Files.createDirectory(folder);
        if (run("tar", "xzf", path(rest).toString(), "--strip-components=1", "-C", folder.toString()) != 0) {
            throw new IllegalStateException("not unpacked: " + path(rest));
        }
        return folder;
    }

    /** Runs a command to its end; gives the exit status. */
    static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
