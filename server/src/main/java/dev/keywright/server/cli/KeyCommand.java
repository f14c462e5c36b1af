package dev.keywright.server.cli;

import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.keys.KeyFile;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * {@code keywright keys}: rotates the keys that tokens are made with. Servers read the file when they start, so each step
 * says that they are to be started again before the next: a server that does not know a key takes its tokens for forged.
 *
 * @param random what new keys are made with; cryptographically strong
 */
record KeyCommand(KeyFile file, RandomGenerator random) {
    private static final String START_AGAIN = "start every server with these keys again";

    /** Does it, and says what it did and what comes next. Refuses what would leave tokens without their key unawares. */
    String run(KeyAction action) throws StartRefusedException {
        try {
            KeyRing ring = file.read();
            return switch (action) {
                case KeyAction.Show() -> listing(ring);
                case KeyAction.Add() -> add(ring);
                case KeyAction.Sign(KeyId id) -> sign(ring, id);
                case KeyAction.Remove(KeyId id) -> remove(ring, id);
            };
        } catch (KeyFile.UnusableException | IllegalArgumentException e) {
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new StartRefusedException("the key file cannot be written: " + e.getMessage(), e);
        }
    }

    private static String listing(KeyRing ring) {
        StringBuilder listing = new StringBuilder();
        for (MacKey key : ring.keys()) {
            listing.append(key.id()).append(key.id().equals(ring.signing()) ? "  signs\n" : "  verifies\n");
        }
        return listing.toString();
    }

    private String add(KeyRing ring) throws IOException, StartRefusedException {
        MacKey key = NewKey.of(ring, random);
        file.write(ring.add(key));
        return "Key " + key.id() + " is there, and verifies. Now " + START_AGAIN
                + "; then let it sign: keywright keys sign " + key.id() + "\n";
    }

    private String sign(KeyRing ring, KeyId id) throws IOException {
        KeyId before = ring.signing();
        file.write(ring.signWith(id));
        return "Key " + id + " signs. Now " + START_AGAIN + ". Key " + before
                + " verifies the tokens it signed: once each of them was refreshed or is over, remove it: keywright keys"
                + " remove " + before + "\n";
    }

    private String remove(KeyRing ring, KeyId id) throws IOException, StartRefusedException {
        if (ring.key(id).isEmpty()) {
            throw new StartRefusedException("there is no key " + id + "; see keywright keys list");
        }
        file.write(ring.remove(id));
        return "Key " + id
                + " is gone: tokens that it signed are worth nothing at a server that is started from now on.\n";
    }
}
