package dev.keywright.server.authorization;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The MAC keys in force: all verify, one signs. A key is rotated in three steps, each of which every node follows before
 * the next: it is added, it signs, and the old one is removed once no live row needs it.
 */
public final class KeyRing {
    private final SortedMap<Integer, MacKey> keys;
    private final KeyId signing;

    private KeyRing(Map<Integer, MacKey> keys, KeyId signing) {
        this.keys = new TreeMap<>(keys);
        this.signing = signing;
    }

    /** A ring of one key, which signs. */
    public static KeyRing of(MacKey only) {
        return new KeyRing(Map.of(only.id().value(), only), only.id());
    }

    /** This ring with one more key, which only verifies until {@link #signWith}. Refuses an id that is in use. */
    public KeyRing add(MacKey key) {
        if (keys.containsKey(key.id().value())) {
            throw new IllegalArgumentException("key " + key.id() + " is in use");
        }
        Map<Integer, MacKey> more = new TreeMap<>(keys);
        more.put(key.id().value(), key);
        return new KeyRing(more, signing);
    }

    /** This ring with another of its keys signing. */
    public KeyRing signWith(KeyId id) {
        if (!keys.containsKey(id.value())) {
            throw new IllegalArgumentException("there is no key " + id);
        }
        return new KeyRing(keys, id);
    }

    /** This ring without a key, whose tokens are no longer genuine. Refuses to remove the one that signs. */
    public KeyRing remove(KeyId id) {
        if (signing.equals(id)) {
            throw new IllegalArgumentException("key " + id + " signs; let another sign first");
        }
        Map<Integer, MacKey> fewer = new TreeMap<>(keys);
        fewer.remove(id.value());
        return new KeyRing(fewer, signing);
    }

    /** The id of the key that signs. */
    public KeyId signing() {
        return signing;
    }

    /** A key by its id. */
    public Optional<MacKey> key(KeyId id) {
        return Optional.ofNullable(keys.get(id.value()));
    }

    /** All keys, by id. */
    public Iterable<MacKey> keys() {
        return keys.values();
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet() + " signing " + signing;
    }
}
