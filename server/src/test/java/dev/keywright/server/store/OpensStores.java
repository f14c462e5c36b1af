package dev.keywright.server.store;

/** How a contract gets at the store that it tests. */
interface OpensStores {
    /** Opens the one store of this test, for the first time or again; the test closes it. */
    Store open();

    /** Opens it with the world of {@link Sample} in it. */
    default Store filled() {
        Store store = open();
        store.fill(Sample.world());
        return store;
    }
}
