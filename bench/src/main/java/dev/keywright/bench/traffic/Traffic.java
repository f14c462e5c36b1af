package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Workload;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The kinds of traffic that are measured. */
public final class Traffic {
    private final Credentials credentials;
    private final Population population;

    /** Traffic of one connection's credentials over its authorizations. */
    public Traffic(Credentials credentials, Population population) {
        this.credentials = credentials;
        this.population = population;
    }

    /** Each connection refreshes one authorization, over and over, with the refresh token of the answer before. */
    public Workload refreshChains() {
        return (connection, connections) ->
                new RefreshChain(credentials, population, new Pick(population, connection, connections).first());
    }

    /** Each request refreshes an authorization at random. */
    public Workload refreshes() {
        return (connection, connections) ->
                new RandomRefresh(credentials, population, new Pick(population, connection, connections));
    }

    /** Each request introspects the access token of an authorization at random. */
    public Workload introspections() {
        return (connection, connections) ->
                new Introspection(credentials, population, new Pick(population, connection, connections));
    }

    /** Each request asks {@code users/me} with the access token of an authorization at random. */
    public Workload usersMe() {
        return (connection, connections) -> new UsersMe(population, new Pick(population, connection, connections));
    }

    /** Each connection reads one page, with the access token of an authorization at random. */
    public Workload pages(IntFunction<String> pages) {
        return (connection, connections) ->
                new OnePage(pages.apply(connection), population, new Pick(population, connection, connections));
    }

    /** Each request asks whether a request with the access token of an authorization at random may pass. */
    public Workload forwardAuth() {
        return (connection, connections) -> new ForwardAuth(population, new Pick(population, connection, connections));
    }

    /** Each request searches with this JSON, and the access token of an authorization at random. */
    public Workload searches(String body) {
        return (connection, connections) -> new Search(body, population, new Pick(population, connection, connections));
    }

    /** Each request exchanges the next code. */
    public Workload codeExchanges(String redirectUri, Supplier<String> codes) {
        return (connection, connections) -> new CodeExchange(credentials, redirectUri, codes);
    }
}
