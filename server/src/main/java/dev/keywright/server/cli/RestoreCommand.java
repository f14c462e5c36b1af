package dev.keywright.server.cli;

import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.keys.KeyFile;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.sqlite.Restoration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * {@code keywright restore}: puts a backup into a data folder that has no database, and lets a new key sign. Rows of the backup
 * go through generations again that they went through before; were the key the same, so would be their tokens, and whoever
 * had been given those would have tokens of somebody else.
 *
 * @param random what the new key is made with; cryptographically strong
 */
record RestoreCommand(Settings settings, RandomGenerator random) {
    /**
     * Does it, and says what it means. The new key is there before the database is: interrupted in between, it leaves a key
     * more and no database, and can be done again.
     */
    String run(Path file) throws StartRefusedException {
        Path folder = settings.dataFolder()
                .orElseThrow(
                        () -> new StartRefusedException(
                                "restore fills a data folder, and this data is in PostgreSQL: restore it there; then, before any"
                                        + " server starts, let a new key sign: keywright keys add, then keywright keys sign ID"));
        KeyFile keys = new KeyFile(settings.keysFolder());
        if (!keys.isThere()) {
            throw new StartRefusedException("there is no key file in " + settings.keysFolder()
                    + ", and tokens of the backup need the keys of the server that it was made of; put those there, or"
                    + " name another folder with --keys");
        }
        try {
            KeyRing ring = keys.read();
            MacKey key = NewKey.of(ring, random);
            try (Restoration restoration = Restoration.prepare(folder, file)) {
                keys.write(ring.add(key).signWith(key.id()));
                restoration.complete();
            }
            return said(file, folder, key);
        } catch (KeyFile.UnusableException | StoreUnavailableException e) {
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new StartRefusedException("the key file cannot be written: " + e.getMessage(), e);
        }
    }

    private String said(Path file, Path folder, MacKey key) {
        return "Restored " + file + " into " + folder + ". Key " + key.id() + " of " + settings.keysFolder()
                + " is new, and signs from now on.\n"
                + "Tokens that were issued after the backup are worth nothing: whoever uses an app that holds one has to"
                + " connect it again. The audit log calls them generation_ahead.\n"
                + "What ended after the backup is alive again: repeat what was revoked and disconnected since, and what was"
                + " changed about people, passwords, connections and their secrets.\n"
                + "Next: keywright serve\n";
    }
}
