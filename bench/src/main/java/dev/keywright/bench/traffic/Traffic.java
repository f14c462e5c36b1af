package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Answer;
import dev.keywright.bench.load.Workload;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The kinds of traffic that are measured. */
public final class Traffic {
    private final Credentials credentials;
    private final Population population;
    private final SplittableRandom random = new SplittableRandom(1);

    /** Traffic of one connection's credentials over its authorizations. */
    public Traffic(Credentials credentials, Population population) {
        this.credentials = credentials;
        this.population = population;
    }

    /** Each connection refreshes one authorization, over and over, with the refresh token of the answer before. */
    public Workload refreshChains() {
        return (connection, connections) -> {
            int index = pick(connection, connections).first();
            return new RefreshChain(
                    RequestForm.refresh(credentials),
                    population.pair(index).refreshToken(),
                    answer -> population.refreshed(index));
        };
    }

    /** Each request refreshes an authorization at random. */
    public Workload refreshes() {
        return (connection, connections) -> new RandomRefresh(credentials, population, pick(connection, connections));
    }

    /** Each request introspects the access token of an authorization at random. */
    public Workload introspections() {
        return withAccessTokens(
                connection ->
                        RequestForm.post(Wire.INTROSPECT_PATH, credentials, "{\"token\":\"", Wire.TOKEN_LENGTH, "\"}"),
                ok(Wire.ACTIVE));
    }

    /** Each request asks {@code users/me} with the access token of an authorization at random. */
    public Workload usersMe() {
        return withAccessTokens(connection -> RequestForm.get(Wire.USERS_ME_PATH, Wire.TOKEN_LENGTH), ok(Wire.BOT));
    }

    /** Each connection reads one page, with the access token of an authorization at random. */
    public Workload pages(IntFunction<String> pages) {
        return withAccessTokens(
                connection -> RequestForm.get(Wire.PAGES_PATH + pages.apply(connection), Wire.TOKEN_LENGTH),
                ok(Wire.PAGE));
    }

    /** Each request asks whether a request with the access token of an authorization at random may pass. */
    public Workload forwardAuth() {
        return withAccessTokens(
                connection -> RequestForm.get(Wire.FORWARD_AUTH_PATH, Wire.TOKEN_LENGTH),
                answer -> answer.status() == Wire.NO_CONTENT);
    }

    /** Each request searches with this JSON, and the access token of an authorization at random. */
    public Workload searches(String body) {
        return withAccessTokens(
                connection -> RequestForm.post(Wire.SEARCH_PATH, body, Wire.TOKEN_LENGTH), ok(Wire.LIST));
    }

    private Workload withAccessTokens(IntFunction<RequestForm> forms, Predicate<Answer> right) {
        return (connection, connections) -> new WithAccessToken(
                forms.apply(connection),
                index -> population.pair(index).accessToken(),
                pick(connection, connections),
                right);
    }

    /** Whether an answer is of status 200 and has this content. */
    static Predicate<Answer> ok(byte[] content) {
        return answer -> answer.status() == Wire.OK && answer.contains(content);
    }

    /** Each request exchanges the next code. */
    public Workload codeExchanges(String redirectUri, Supplier<String> codes) {
        return (connection, connections) -> new CodeExchange(credentials, redirectUri, codes);
    }

    private Pick pick(int connection, int connections) {
        return new Pick(random.split(), population.size(), connection, connections);
    }
}
