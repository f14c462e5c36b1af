package dev.keywright.server.packaged;

/** Which version of the server this is. */
public final class Version {
    private Version() {}

    /** The version, as the build names it. */
    public static String text() {
        return PackagedFile.text(Version.class, "version.txt").strip();
    }
}
