package dev.keywright.server;

import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.cli.StartRefusedException;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.keys.KeyFile;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.store.World;
import dev.keywright.server.world.BuiltInWorld;
import dev.keywright.server.world.SecretKeeping;
import dev.keywright.server.world.WorldFile;
import dev.keywright.server.world.WorldReading;
import java.io.IOException;
import java.util.Optional;

/** The keys and the store that a server starts with, filled where that was asked for; known to be fit for it. */
record StartingData(KeyRing keys, Storage storage) {
    /** Opens what the settings name; refuses data that this command must not run on. */
    static StartingData open(Settings settings, Surroundings surroundings)
            throws StartRefusedException, KeyFile.UnusableException, IOException {
        KeyRing keys = keys(settings, surroundings);
        Optional<World> world = world(settings, surroundings);
        Storage storage = Storage.open(settings, surroundings.random());
        fill(settings, storage, world);
        refuseKnownSecrets(settings, storage);
        if (settings.command() == Command.EMULATE) {
            storage.store().people().ensureAdmin();
        }
        return new StartingData(keys, storage);
    }

    /** The emulator's keys go with its data; where nothing stays, no key does. */
    private static KeyRing keys(Settings settings, Surroundings surroundings) throws KeyFile.UnusableException {
        return settings.staysAfterwards()
                ? new KeyFile(settings.keysFolder()).readOrCreate(surroundings.random())
                : KeyRing.of(MacKey.random(new KeyId(0), surroundings.random()));
    }

    /** What is to be in an empty store. */
    static Optional<World> world(Settings settings, Surroundings surroundings) throws StartRefusedException {
        boolean emulates = settings.command() == Command.EMULATE;
        if (settings.worldFile().isEmpty()) {
            return emulates ? Optional.of(BuiltInWorld.world(surroundings.clock())) : Optional.empty();
        }
        SecretKeeping keeping = emulates ? SecretKeeping.READABLE : SecretKeeping.HASHED;
        return switch (new WorldFile(keeping, surroundings.random(), surroundings.clock())
                .read(settings.worldFile().get())) {
            case WorldReading.Understood(World world) -> Optional.of(world);
            case WorldReading.Refused(String sentence) -> throw new StartRefusedException(sentence);
        };
    }

    private static void fill(Settings settings, Storage storage, Optional<World> world) throws StartRefusedException {
        boolean refused = world.isPresent()
                && !storage.store().fill(world.get())
                && settings.worldFile().isPresent();
        if (refused) {
            storage.close();
            throw new StartRefusedException(
                    storage.place() + " holds data already, and --world fills only an empty one;"
                            + " leave --world out, or " + storage.another());
        }
    }

    /** A folder that the emulator filled with the built-in world would let anyone in. */
    private static void refuseKnownSecrets(Settings settings, Storage storage) throws StartRefusedException {
        Optional<Connection> known = settings.command() == Command.SERVE
                ? storage.store().connections().withSecret(BuiltInWorld.knownSecrets())
                : Optional.empty();
        if (known.isPresent()) {
            storage.close();
            throw new StartRefusedException(storage.place() + " was filled by keywright emulate: the secret of "
                    + known.get().name() + " is in the built-in world, which everyone can read; " + storage.another());
        }
    }
}
