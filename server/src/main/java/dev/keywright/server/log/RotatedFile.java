package dev.keywright.server.log;

import dev.keywright.server.files.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that lines are appended to, made for its owner alone where it is not there. Others may move it away or empty it:
 * what comes next goes to the file that then has the path. Each piece is in it whole or not at all. While it cannot be
 * written, what comes is lost; the log has a line when that begins, and one with the number of lines when it is over.
 * For one thread at a time, and one process a file.
 */
final class RotatedFile extends OutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(RotatedFile.class);

    private final String name;
    private final Path path;
    private Optional<Open> open;
    private long lost;

    private RotatedFile(String name, Path path, Open open) {
        this.name = name;
        this.path = path;
        this.open = Optional.of(open);
    }

    /** What was opened; {@code identity} is empty where the file system has none. */
    private record Open(FileChannel channel, Optional<Object> identity) {
        static Open at(Path path) throws IOException {
            FileChannel channel = FileChannel.open(
                    path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), OwnerOnly.file(path));
            return new Open(channel, identityOf(path));
        }

        private static Optional<Object> identityOf(Path path) throws IOException {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        }

        boolean isStillAt(Path path) {
            try {
                return identity.equals(identityOf(path));
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** Opens it; throws with one sentence that says what is wrong and what to do. {@code name} is what messages call it. */
    static RotatedFile open(String name, Path path) throws IOException {
        try {
            return new RotatedFile(name, path, Open.at(path));
        } catch (IOException e) {
            throw new IOException(
                    name + " " + path + " cannot be written: " + reason(e) + "; put that right, or name another file",
                    e);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "its folder is not there";
            case AccessDeniedException denied -> "the user that Keywright runs as may not";
            default -> String.valueOf(failure.getMessage());
        };
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        try {
            append(ByteBuffer.wrap(bytes, offset, count));
            if (lost > 0) {
                LOG.warn("{} {} is written again; {} lines are missing from it", name, path, lost);
                lost = 0;
            }
        } catch (IOException e) {
            if (lost == 0) {
                LOG.error("{} {} cannot be written: {}; lines are lost until it can", name, path, reason(e));
            }
            for (int i = offset; i < offset + count; i++) {
                lost += bytes[i] == '\n' ? 1 : 0;
            }
        }
    }

    private void append(ByteBuffer piece) throws IOException {
        FileChannel channel = current();
        long before = channel.size();
        try {
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        } catch (IOException e) {
            takeBack(channel, before);
            throw e;
        }
    }

    private FileChannel current() throws IOException {
        if (open.isPresent() && !open.get().isStillAt(path)) {
            close();
        }
        if (open.isEmpty()) {
            open = Optional.of(Open.at(path));
        }
        return open.get().channel();
    }

    /** A full disk takes a part of a line; and where writing failed once, the file is opened again. */
    private void takeBack(FileChannel channel, long before) throws IOException {
        try {
            if (channel.size() > before) {
                channel.truncate(before);
            }
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        if (open.isPresent()) {
            FileChannel channel = open.get().channel();
            open = Optional.empty();
            try {
                channel.close();
            } catch (IOException e) {
                LOG.warn("{} {} was not closed in order: {}", name, path, reason(e));
            }
        }
    }
}
