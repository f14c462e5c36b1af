package dev.keywright.server.store.postgres;

import dev.keywright.server.store.NodesContract;
import dev.keywright.server.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whatever one node did, the next one knows: every call goes to the other of two. Between their starts a newer release
 * brought the tables up to date, so that whoever held on to the old ones would be found out.
 */
class TwoNodesTest implements NodesContract {
    private final Address schema = Server.one().schema();

    @Override
    public Store open() {
        Store before = node();
        before.world();
        NextRelease.migrate(schema);
        List<Store> nodes = List.of(before, node());
        AtomicInteger calls = new AtomicInteger();
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        nodes.forEach(Store::close);
                        return null;
                    }
                    try {
                        return method.invoke(nodes.get(Math.floorMod(calls.getAndIncrement(), 2)), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Store node() {
        return PostgresStore.open(schema, new SecureRandom());
    }
}
