package dev.keywright.server.cli;

import dev.keywright.server.settings.Settings;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.sqlite.Backup;
import java.nio.file.Path;

/** {@code keywright backup}: copies the database of a data folder into a file while a server runs on it. */
record BackupCommand(Settings settings) {
    /** Does it, and says what is in the file and what is not. */
    String run(Path file) throws StartRefusedException {
        Path folder = settings.dataFolder()
                .orElseThrow(() -> new StartRefusedException(
                        "backup copies a data folder, and this data is in PostgreSQL: copy it with pg_dump or by base"
                                + " backups, and the keys apart from it; once it is restored, before any server starts,"
                                + " let a new key sign: keywright keys add, then keywright keys sign ID"));
        try {
            Backup.write(folder, file);
        } catch (StoreUnavailableException e) {
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        }
        return "Wrote " + file + ": the database of " + folder + " as it was a moment ago.\n"
                + "The keys of " + settings.keysFolder()
                + " are not in it. Keep a copy of them, and apart from this file:"
                + " without them it is worth nothing, with them whoever has both can make tokens.\n";
    }
}
