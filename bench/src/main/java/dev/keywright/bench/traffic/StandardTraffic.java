package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Workload;
import java.util.SplittableRandom;

/** What is asked of any authorization server, as the standards have it: forms, and tokens that it issued. */
public final class StandardTraffic {
    private final Credentials credentials;
    private final IssuedTokens tokens;
    private final SplittableRandom random = new SplittableRandom(1);

    /** Traffic of one client's credentials over its tokens. */
    public StandardTraffic(Credentials credentials, IssuedTokens tokens) {
        this.credentials = credentials;
        this.tokens = tokens;
    }

    /** Each connection refreshes one authorization at this path, over and over (RFC 6749 §6). */
    public Workload refreshChains(String path) {
        return (connection, connections) -> {
            int index = pick(connection, connections).first();
            String first = tokens.refreshToken(index);
            return new RefreshChain(
                    RequestForm.form(path, credentials, "grant_type=refresh_token&refresh_token=", first.length()),
                    first,
                    answer -> tokens.renewed(index, answer));
        };
    }

    /**
     * Each request introspects the access token of an authorization at random (RFC 7662 §2.1). It says which kind of token it
     * is, which spares a server that keeps the kinds apart a search.
     */
    public Workload introspections(String path) {
        return (connection, connections) -> new WithAccessToken(
                RequestForm.form(
                        path,
                        credentials,
                        "token_type_hint=access_token&token=",
                        tokens.accessToken(0).length()),
                tokens::accessToken,
                pick(connection, connections),
                Traffic.ok(Wire.ACTIVE));
    }

    private Pick pick(int connection, int connections) {
        return new Pick(random.split(), tokens.size(), connection, connections);
    }
}
