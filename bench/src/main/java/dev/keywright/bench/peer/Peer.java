package dev.keywright.bench.peer;

import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.traffic.Credentials;
import dev.keywright.bench.traffic.IssuedTokens;
import dev.keywright.bench.traffic.StandardTraffic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A peer with one of its stores, as bench/peers/README.md has its command line.
 *
 * @param command with the store, and without what is the same for all peers
 * @param tokenPath where it refreshes
 * @param introspectPath where it introspects
 */
public record Peer(Contestant contestant, List<String> command, String tokenPath, String introspectPath) {
    /** Starts it on what its store has, with its errors going to a file. */
    public ServerProcess start(Credentials credentials, Path log) throws IOException {
        return ServerProcess.start(with(credentials, List.of()), log);
    }

    /** Starts it, with so many authorizations put into its store before it is ready. */
    public Entrant startFilled(Credentials credentials, int authorizations, Path log, Path tokens) throws IOException {
        ServerProcess process = ServerProcess.start(
                with(credentials, List.of("--authorizations=" + authorizations, "--tokens=" + tokens)), log);
        StandardTraffic traffic = new StandardTraffic(credentials, IssuedTokens.read(tokens));
        return new Entrant(
                contestant, process, traffic.refreshChains(tokenPath), traffic.introspections(introspectPath));
    }

    private List<String> with(Credentials credentials, List<String> more) {
        List<String> whole = new ArrayList<>(command);
        whole.add("--client=" + credentials.client());
        whole.add("--secret=" + credentials.secret());
        whole.addAll(more);
        return whole;
    }
}
