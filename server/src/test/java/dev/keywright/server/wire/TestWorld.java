package dev.keywright.server.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The world of {@code world.yaml}: one connection for each rule that a test asks about. */
final class TestWorld {
    /** Nothing special about it. */
    static final App LEDGER = app("01", "ledger-0f7d2c1b9a8e4d3f6a5b4c3d2e1f0a9b", "https://ledger.example/callback");

    /** Several redirect URIs, of this machine. */
    static final App DESK = app("02", "desk-1e6c3b0a7f9d5e2c4b8a6f1d3e5c7b9a0", "http://127.0.0.1:9000/callback");

    /** Disabled. */
    static final App GONE = app("03", "gone-2d5b4a9f8e7c6d1b3a5f9e8d7c6b5a4f3", "https://gone.example/callback");

    /** Requires PKCE. */
    static final App VAULT = app("04", "vault-3c4a5f8e9d6b7c2a1f0e9d8c7b6a5f4e", "https://vault.example/callback");

    /** Gets no refresh tokens. */
    static final App KIOSK = app("05", "kiosk-4b5f6e7d8c9a0b1f2e3d4c5b6a7f8e9d", "https://kiosk.example/callback");

    /** A secret full of what encodings stumble over, and a redirect URI with a query. */
    static final App ODDITY =
            app("06", "odd:5a%2Fb+c%zz&d=e\"f<g>h?i#j\\k/5a4f3e2d", "https://odd.example/callback?tenant=7&x=%20");

    /** May be installed in one workspace alone, and only reads content. */
    static final App LAMP = app("07", "lamp-6f7e8d9c0b1a2f3e4d5c6b7a8f9e0d1c2", "https://lamp.example/callback");

    /** A secret of more than 72 bytes. */
    static final App LONGWINDED = app(
            "08",
            "longwinded-0123456789-0123456789-0123456789-0123456789-0123456789-0123456789-and-more",
            "https://longwinded.example/callback");

    /** May read nothing, and sees no people. */
    static final App MUTE = app("09", "mute-7a8f9e0d1c2b3a4f5e6d7c8b9a0f1e2d3", "https://mute.example/callback");

    private TestWorld() {}

    private static App app(String id, String secret, String redirectUri) {
        return new App("55555555-dddd-4ddd-8ddd-5555555555" + id, secret, redirectUri);
    }

    /** An emulator of this world. */
    static TestServer emulate(Path folder, String... settings) {
        return TestServer.emulate(with(settings, "world", file(folder).toString()));
    }

    static String[] with(String[] settings, String... more) {
        String[] all = java.util.Arrays.copyOf(settings, settings.length + more.length);
        System.arraycopy(more, 0, all, settings.length, more.length);
        return all;
    }

    /** Puts the world file into a folder. */
    static Path file(Path folder) {
        Path file = folder.resolve("world.yaml");
        try (InputStream resource = TestWorld.class.getResourceAsStream("world.yaml")) {
            if (resource == null) {
                throw new AssertionError("there is no world.yaml beside this class");
            }
            Files.write(file, resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
