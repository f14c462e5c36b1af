package dev.keywright.server.keys;

import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.files.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The key ring as a file, readable by its owner alone. One line a key: its id, {@code signing} or {@code verifying}, and 32
 * bytes in base64url. Lines that begin with {@code #} are comments.
 */
public final class KeyFile {
    private static final String NAME = "mac-keys";
    private static final String HEADER =
            "# Keywright's MAC keys. Whoever has this file can make tokens. Keep it apart from"
                    + " the database and its backups.\n";

    private final Path folder;

    /** The key file of a folder. */
    public KeyFile(Path folder) {
        this.folder = folder;
    }

    /** The keys could not be had; the message says what to do. */
    public static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableException(String message) {
            super(message);
        }
    }

    /** Whether the folder has one. */
    public boolean isThere() {
        return Files.exists(folder.resolve(NAME));
    }

    /** Reads the ring; refuses a folder without one. */
    public KeyRing read() throws UnusableException {
        Path file = folder.resolve(NAME);
        if (!isThere()) {
            throw new UnusableException("there is no key file " + file
                    + "; keywright serve makes one when it is first started, or name another folder with --keys");
        }
        return parsed(file);
    }

    /** Reads the ring; makes the folder, the file and a first key when they are not there. */
    public KeyRing readOrCreate(RandomGenerator random) throws UnusableException {
        Path file = folder.resolve(NAME);
        if (isThere()) {
            return parsed(file);
        }
        try {
            KeyRing ring = KeyRing.of(MacKey.random(new KeyId(0), random));
            write(ring);
            return ring;
        } catch (IOException e) {
            throw inaccessible(file, e);
        }
    }

    private KeyRing parsed(Path file) throws UnusableException {
        try {
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw inaccessible(file, e);
        }
    }

    private static UnusableException inaccessible(Path file, IOException e) {
        return new UnusableException("the key file " + file + " cannot be read or written: " + e.getMessage()
                + "; make it accessible, or name another folder with --keys");
    }

    /** Replaces the file in one step; when it returns, that is on the disk. */
    public void write(KeyRing ring) throws IOException {
        OwnerOnly.createFolders(folder);
        StringBuilder text = new StringBuilder(HEADER);
        for (MacKey key : ring.keys()) {
            text.append(key.id())
                    .append(key.id().equals(ring.signing()) ? " signing " : " verifying ")
                    .append(Base64.getUrlEncoder().withoutPadding().encodeToString(key.reveal()))
                    .append('\n');
        }
        Path fresh = folder.resolve(NAME + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file(fresh))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private KeyRing parse(List<String> lines) throws UnusableException {
        List<MacKey> keys = new ArrayList<>();
        Optional<KeyId> signing = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
                continue;
            }
            String[] words = lines.get(i).strip().split("\\s+", -1);
            if (words.length != 3 || !words[1].matches("signing|verifying")) {
                throw unusable(i, "should be an id, signing or verifying, and a key");
            }
            try {
                MacKey key = new MacKey(
                        new KeyId(Integer.parseInt(words[0])),
                        Base64.getUrlDecoder().decode(words[2]));
                keys.add(key);
                if (words[1].equals("signing")) {
                    if (signing.isPresent()) {
                        throw new UnusableException("the key file " + folder.resolve(NAME) + " has two keys that sign");
                    }
                    signing = Optional.of(key.id());
                }
            } catch (IllegalArgumentException e) {
                throw unusable(i, "should have an id of 0 to 15 and 32 bytes in base64url");
            }
        }
        if (signing.isEmpty()) {
            throw new UnusableException("the key file " + folder.resolve(NAME) + " has no key that signs");
        }
        return ring(keys, signing.get());
    }

    private UnusableException unusable(int line, String what) {
        return new UnusableException("line " + (line + 1) + " of the key file " + folder.resolve(NAME) + " " + what);
    }

    private KeyRing ring(List<MacKey> keys, KeyId signing) throws UnusableException {
        try {
            KeyRing ring = KeyRing.of(keys.getFirst());
            for (MacKey key : keys.subList(1, keys.size())) {
                ring = ring.add(key);
            }
            return ring.signWith(signing);
        } catch (IllegalArgumentException e) {
            throw new UnusableException("the key file " + folder.resolve(NAME) + ": " + e.getMessage());
        }
    }
}
