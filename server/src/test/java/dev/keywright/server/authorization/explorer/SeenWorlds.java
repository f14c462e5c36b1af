package dev.keywright.server.authorization.explorer;

/** The fingerprints of the worlds that the walk has been in: open addressing, eight bytes each. */
final class SeenWorlds {
    private long[] slots = new long[1 << 16];
    private int size;

    /** Whether the world is new. */
    boolean add(long fingerprint) {
        if (size * 2 > slots.length) {
            grow();
        }
        // 0 stands for an empty slot.
        boolean added = put(fingerprint == 0 ? 1 : fingerprint);
        size += added ? 1 : 0;
        return added;
    }

    int size() {
        return size;
    }

    private boolean put(long fingerprint) {
        int mask = slots.length - 1;
        int slot = (int) fingerprint & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == fingerprint) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = fingerprint;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long fingerprint : old) {
            if (fingerprint != 0) {
                put(fingerprint);
            }
        }
    }
}
