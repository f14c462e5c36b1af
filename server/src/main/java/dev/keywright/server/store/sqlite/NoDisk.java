package dev.keywright.server.store.sqlite;

/** What a file is synced to where nothing is to survive. */
final class NoDisk implements Disk {
    @Override
    public void sync() {}

    @Override
    public void close() {}
}
