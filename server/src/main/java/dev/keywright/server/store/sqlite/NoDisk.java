package dev.keywright.server.store.sqlite;

/** What a commit is synced to where nothing is to survive. */
final class NoDisk implements Syncer.Disk {
    @Override
    public void sync() {}

    @Override
    public void close() {}
}
