package dev.keywright.server;

import dev.keywright.protocol.AuthorizationServerMetadata;
import dev.keywright.protocol.Capabilities;
import dev.keywright.server.api.BearerAuthentication;
import dev.keywright.server.api.ForwardAuthEndpoint;
import dev.keywright.server.api.HealthEndpoint;
import dev.keywright.server.api.LanguageModelEndpoint;
import dev.keywright.server.api.MeEndpoint;
import dev.keywright.server.api.OpenApiEndpoint;
import dev.keywright.server.api.PageEndpoint;
import dev.keywright.server.api.ReadyEndpoint;
import dev.keywright.server.api.RequestRate;
import dev.keywright.server.api.SearchEndpoint;
import dev.keywright.server.api.UserEndpoint;
import dev.keywright.server.api.UserListEndpoint;
import dev.keywright.server.http.Endpoint;
import dev.keywright.server.http.Routes;
import dev.keywright.server.oauth.ClientAuthentication;
import dev.keywright.server.oauth.ClientEndpoint;
import dev.keywright.server.oauth.Clients;
import dev.keywright.server.oauth.FailedAuthentications;
import dev.keywright.server.oauth.IntrospectionEndpoint;
import dev.keywright.server.oauth.MetadataEndpoint;
import dev.keywright.server.oauth.PresentedTokens;
import dev.keywright.server.oauth.RevocationEndpoint;
import dev.keywright.server.oauth.TokenEndpoint;
import dev.keywright.server.oauth.TokenParameter;
import dev.keywright.server.store.RateLimits;
import dev.keywright.server.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Puts together the endpoints that programs call, and says which method and path each of them answers. */
final class ApiRoutes {
    private static final String AUTHORIZE = "/v1/oauth/authorize";
    private static final String TOKEN = "/v1/oauth/token";
    private static final String INTROSPECT = "/v1/oauth/introspect";
    private static final String REVOKE = "/v1/oauth/revoke";

    private final Surroundings surroundings;
    private final Store store;
    private final Tokens tokens;
    private final RequestRate rate;
    private final FailedAuthentications failed;
    private final Issuer issuer;

    ApiRoutes(Surroundings surroundings, Store store, Tokens tokens, RateLimits limits, Issuer issuer) {
        this.surroundings = surroundings;
        this.store = store;
        this.tokens = tokens;
        this.rate = new RequestRate(limits.requestsPerMinute(), store.counts()::count, surroundings.clock());
        this.failed =
                new FailedAuthentications(limits.failedAuthentications(), store.counts()::count, surroundings.clock());
        this.issuer = issuer;
    }

    /** What both commands answer; {@code authorize} is where an app sends a browser. */
    void addTo(Routes routes, Endpoint authorize, BooleanSupplier stopping) {
        routes.add("GET", "/health", HealthEndpoint.ofStart())
                .add("GET", "/health/ready", new ReadyEndpoint(store, surroundings.clock(), stopping))
                .add("GET", "/health/live", HealthEndpoint.ofLife())
                .add("GET", "/openapi.json", new OpenApiEndpoint(routes, issuer.url()))
                .add("GET", "/llms.txt", new LanguageModelEndpoint(routes, issuer.url(), issuer.dialect()))
                .add("GET", AUTHORIZE, authorize);
        addApi(routes);
        addClientEndpoints(routes);
        if (issuer.dialect().publishesMetadata()) {
            routes.add("GET", "/.well-known/oauth-authorization-server", new MetadataEndpoint(metadata()));
        }
    }

    /** What a proxy asks. */
    void addForwardAuth(Routes routes) {
        routes.addTree(ForwardAuthEndpoint.PATH, new ForwardAuthEndpoint(tokens.inspection()));
    }

    /** Forgets how often who asked. */
    List<Runnable> forgetting() {
        return List.of(rate::clear, failed::clear);
    }

    private void addApi(Routes routes) {
        BearerAuthentication bearer = new BearerAuthentication(tokens.inspection(), rate, issuer.dialect());
        Predicate<Capabilities> seesPeople = capabilities -> capabilities.people() != Capabilities.People.NONE;
        Predicate<Capabilities> readsContent =
                capabilities -> capabilities.granted().contains(Capabilities.Capability.READ_CONTENT);
        String site = issuer.dialect().siteOfPages(issuer.url());
        routes.add("GET", "/v1/users/me", bearer.guard(new MeEndpoint(store)))
                .add("GET", "/v1/users", bearer.guard(seesPeople, new UserListEndpoint(store)))
                .add("GET", "/v1/users/{user_id}", bearer.guard(seesPeople, new UserEndpoint(store)))
                .add("GET", "/v1/pages/{page_id}", bearer.guard(readsContent, new PageEndpoint(store, site)))
                .add("POST", "/v1/search", bearer.guard(readsContent, new SearchEndpoint(store, site)));
    }

    private void addClientEndpoints(Routes routes) {
        addClientEndpoint(
                routes,
                TOKEN,
                Clients.connections(),
                new TokenEndpoint(
                        store,
                        tokens.codec(),
                        tokens.policy(),
                        surroundings.clock(),
                        surroundings.random(),
                        surroundings.audit()));
        addClientEndpoint(
                routes,
                INTROSPECT,
                Clients.introspectors(store),
                new TokenParameter<>(new IntrospectionEndpoint(tokens.inspection(), issuer.dialect())));
        addClientEndpoint(
                routes,
                REVOKE,
                Clients.connections(),
                new TokenParameter<>(
                        new RevocationEndpoint(tokens.policy(), surroundings.clock(), surroundings.audit())));
    }

    private <C> void addClientEndpoint(
            Routes routes, String path, Clients<C> clients, ClientEndpoint.Action<C> action) {
        ClientAuthentication<C> authentication =
                new ClientAuthentication<>(clients, store, issuer.dialect(), surroundings.clock(), failed);
        routes.add(
                "POST",
                path,
                new ClientEndpoint<>(
                        authentication,
                        new PresentedTokens(store, tokens.codec()),
                        issuer.dialect(),
                        surroundings.audit(),
                        action));
    }

    private AuthorizationServerMetadata metadata() {
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("authorization_endpoint", issuer.url() + AUTHORIZE);
        endpoints.put("token_endpoint", issuer.url() + TOKEN);
        endpoints.put("introspection_endpoint", issuer.url() + INTROSPECT);
        endpoints.put("revocation_endpoint", issuer.url() + REVOKE);
        List<String> methods = new ArrayList<>(List.of("client_secret_basic"));
        if (issuer.dialect().acceptsCredentialsInBody()) {
            methods.add("client_secret_post");
        }
        return new AuthorizationServerMetadata(issuer.url(), endpoints, methods);
    }
}
