package dev.keywright.server;

import dev.keywright.protocol.AuthorizationServerMetadata;
import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Dialect;
import dev.keywright.server.api.BearerAuthentication;
import dev.keywright.server.api.ForwardAuthEndpoint;
import dev.keywright.server.api.HealthEndpoint;
import dev.keywright.server.api.MeEndpoint;
import dev.keywright.server.api.PageEndpoint;
import dev.keywright.server.api.ReadyEndpoint;
import dev.keywright.server.api.RequestRate;
import dev.keywright.server.api.SearchEndpoint;
import dev.keywright.server.api.UserEndpoint;
import dev.keywright.server.api.UserListEndpoint;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.bearer.TokenInspection;
import dev.keywright.server.consent.AuthorizationRequests;
import dev.keywright.server.consent.ConsentRequests;
import dev.keywright.server.consent.Consents;
import dev.keywright.server.consent.Templates;
import dev.keywright.server.http.BrowserPages;
import dev.keywright.server.http.Endpoint;
import dev.keywright.server.http.Routes;
import dev.keywright.server.identity.BrowserCookies;
import dev.keywright.server.identity.Visitors;
import dev.keywright.server.oauth.AuthorizationEndpoint;
import dev.keywright.server.oauth.ClientAuthentication;
import dev.keywright.server.oauth.ClientEndpoint;
import dev.keywright.server.oauth.Clients;
import dev.keywright.server.oauth.FailedAuthentications;
import dev.keywright.server.oauth.IntrospectionEndpoint;
import dev.keywright.server.oauth.MetadataEndpoint;
import dev.keywright.server.oauth.RevocationEndpoint;
import dev.keywright.server.oauth.TokenEndpoint;
import dev.keywright.server.oauth.TokenParameter;
import dev.keywright.server.store.RateLimits;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.Assets;
import dev.keywright.server.web.ConsentAnswer;
import dev.keywright.server.web.ConsentPage;
import dev.keywright.server.web.EmulatorPage;
import dev.keywright.server.web.ErrorPages;
import dev.keywright.server.web.FormGuard;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.GivenAnswer;
import dev.keywright.server.web.InstallPage;
import dev.keywright.server.web.Navigation;
import dev.keywright.server.web.OpenConsentRequest;
import dev.keywright.server.web.Pages;
import dev.keywright.server.web.PeoplePage;
import dev.keywright.server.web.PickerAnswer;
import dev.keywright.server.web.PickerLevel;
import dev.keywright.server.web.PickerPage;
import dev.keywright.server.web.PickerSearch;
import dev.keywright.server.web.TemplatePage;
import dev.keywright.server.web.WorkspacesPage;
import dev.keywright.server.web.console.Console;
import dev.keywright.server.web.console.ConsoleRoutes;
import dev.keywright.server.web.installations.InstallationRoutes;
import dev.keywright.server.web.installations.OwnInstallation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Puts the endpoints together and says which method and path each of them answers. */
final class RouteTable {
    private static final String AUTHORIZE = "/v1/oauth/authorize";
    private static final String TOKEN = "/v1/oauth/token";
    private static final String INTROSPECT = "/v1/oauth/introspect";
    private static final String REVOKE = "/v1/oauth/revoke";

    /** What is linked from every page: only what there is. */
    private static final List<Navigation.Place> PLACES = List.of(
            new Navigation.Place("My connections", OwnInstallation.PATH, Navigation.For.EVERYONE),
            new Navigation.Place("Developers", Console.PATH, Navigation.For.EVERYONE),
            new Navigation.Place("People", PeoplePage.PATH, Navigation.For.ADMINS),
            new Navigation.Place("Workspaces", WorkspacesPage.PATH, Navigation.For.ADMINS));

    private final Surroundings surroundings;
    private final Store store;
    private final TokenCodec codec;
    private final AuthorizationPolicy policy;
    private final TokenInspection tokens;
    private final RequestRate rate;
    private final FailedAuthentications failed;
    private final Dialect dialect;
    private final String publicUrl;
    private final BooleanSupplier stopping;
    private final AuthorizationRequests requests;
    private final Consents consents;
    private final Assets assets = new Assets();
    private final Pages pages;
    private final ErrorPages errorPages;
    private final BrowserCookies cookies;
    private final Visitors visitors;
    private final FrontDoor door;

    RouteTable(
            Surroundings surroundings,
            Store store,
            TokenCodec codec,
            AuthorizationPolicy policy,
            TokenInspection tokens,
            RateLimits limits,
            Dialect dialect,
            String publicUrl,
            BooleanSupplier stopping) {
        this.surroundings = surroundings;
        this.store = store;
        this.codec = codec;
        this.policy = policy;
        this.tokens = tokens;
        this.rate = new RequestRate(limits.requestsPerMinute(), store.counts()::count, surroundings.clock());
        this.failed =
                new FailedAuthentications(limits.failedAuthentications(), store.counts()::count, surroundings.clock());
        this.dialect = dialect;
        this.publicUrl = publicUrl;
        this.stopping = stopping;
        this.requests = new AuthorizationRequests(store, dialect, publicUrl);
        this.consents = new Consents(store, policy, surroundings.clock(), surroundings.random(), surroundings.audit());
        boolean emulates = surroundings.emulatorClock().isPresent();
        this.pages = new Pages(assets, navigation(emulates));
        this.errorPages = new ErrorPages(pages, emulates);
        this.cookies = new BrowserCookies(publicUrl, surroundings.random());
        this.visitors = new Visitors(store, surroundings.clock(), cookies);
        this.door = new FrontDoor(visitors, new FormGuard(publicUrl), errorPages);
    }

    private static Navigation navigation(boolean emulates) {
        List<Navigation.Place> places = new ArrayList<>(PLACES);
        if (emulates) {
            places.add(new Navigation.Place("Emulator", EmulatorPage.PATH, Navigation.For.EVERYONE));
        }
        return new Navigation(places);
    }

    /** What people see where no endpoint answers. */
    BrowserPages browserPages() {
        return errorPages;
    }

    /** What both commands answer. */
    Routes production() {
        Routes routes = new Routes()
                .add("GET", "/health", new HealthEndpoint())
                .add("GET", "/health/ready", new ReadyEndpoint(store, surroundings.clock(), stopping))
                .add("GET", "/health/live", new HealthEndpoint())
                .add("GET", AUTHORIZE, authorize())
                .add("GET", Assets.PATH, assets);
        addApi(routes);
        addClientEndpoints(routes);
        new PeopleRoutes(surroundings, store, cookies, visitors, door, pages, errorPages, publicUrl).addTo(routes);
        ConsoleRoutes.add(routes, door, console());
        InstallationRoutes.add(routes, door, store, pages, errorPages, surroundings.clock(), surroundings.audit());
        addConsent(routes);
        if (dialect.publishesMetadata()) {
            routes.add("GET", "/.well-known/oauth-authorization-server", new MetadataEndpoint(metadata()));
        }
        return routes;
    }

    private void addApi(Routes routes) {
        BearerAuthentication bearer = new BearerAuthentication(tokens, rate, dialect);
        Predicate<Capabilities> seesPeople = capabilities -> capabilities.people() != Capabilities.People.NONE;
        Predicate<Capabilities> readsContent =
                capabilities -> capabilities.granted().contains(Capabilities.Capability.READ_CONTENT);
        String site = dialect.siteOfPages(publicUrl);
        routes.add("GET", "/v1/users/me", bearer.guard(new MeEndpoint(store)))
                .add("GET", "/v1/users", bearer.guard(seesPeople, new UserListEndpoint(store)))
                .add("GET", "/v1/users/{user_id}", bearer.guard(seesPeople, new UserEndpoint(store)))
                .add("GET", "/v1/pages/{page_id}", bearer.guard(readsContent, new PageEndpoint(store, site)))
                .add("POST", "/v1/search", bearer.guard(readsContent, new SearchEndpoint(store, site)));
    }

    private Console console() {
        return new Console(
                store,
                pages,
                errorPages,
                surroundings.audit(),
                surroundings.clock(),
                surroundings.random(),
                codec,
                publicUrl,
                surroundings.emulatorClock().isPresent());
    }

    private Endpoint authorize() {
        return new AuthorizationEndpoint(requests, consents, surroundings.approval(), errorPages::show, publicUrl);
    }

    /** Where a person answers an authorization request. */
    private void addConsent(Routes routes) {
        ConsentRequests consentRequests =
                new ConsentRequests(store, requests, surroundings.clock(), surroundings.random());
        OpenConsentRequest open = new OpenConsentRequest(consentRequests, pages, errorPages);
        GivenAnswer given = new GivenAnswer(consents, open, errorPages);
        Templates templates = new Templates(store);
        String page = InstallPage.PATH + "/{consent}";
        routes.add("GET", InstallPage.PATH, new InstallPage(requests, consentRequests, errorPages, door))
                .add("GET", page, door.page(new ConsentPage(open, templates, pages)))
                .add("POST", page, door.form(new ConsentAnswer(open, consentRequests, given)))
                .add("GET", page + "/template", door.page(new TemplatePage(open, templates, pages)))
                .add("GET", page + "/pages", door.page(new PickerPage(open, store, pages)))
                .add("POST", page + "/pages", door.form(new PickerAnswer(open, consentRequests, store, given)))
                .add("GET", page + "/level", door.page(new PickerLevel(open, store)))
                .add("GET", page + "/search", door.page(new PickerSearch(open, store)));
    }

    private void addClientEndpoints(Routes routes) {
        addClientEndpoint(
                routes,
                TOKEN,
                Clients.connections(store),
                new TokenEndpoint(
                        store, codec, policy, surroundings.clock(), surroundings.random(), surroundings.audit()));
        addClientEndpoint(
                routes,
                INTROSPECT,
                Clients.introspectors(store),
                new TokenParameter<>(new IntrospectionEndpoint(tokens, dialect)));
        addClientEndpoint(
                routes,
                REVOKE,
                Clients.connections(store),
                new TokenParameter<>(
                        new RevocationEndpoint(store, codec, policy, surroundings.clock(), surroundings.audit())));
    }

    private <C> void addClientEndpoint(
            Routes routes, String path, Clients<C> clients, ClientEndpoint.Action<C> action) {
        ClientAuthentication<C> authentication =
                new ClientAuthentication<>(clients, store, dialect, surroundings.clock(), failed);
        routes.add("POST", path, new ClientEndpoint<>(authentication, dialect, surroundings.audit(), action));
    }

    private AuthorizationServerMetadata metadata() {
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("authorization_endpoint", publicUrl + AUTHORIZE);
        endpoints.put("token_endpoint", publicUrl + TOKEN);
        endpoints.put("introspection_endpoint", publicUrl + INTROSPECT);
        endpoints.put("revocation_endpoint", publicUrl + REVOKE);
        List<String> methods = new ArrayList<>(List.of("client_secret_basic"));
        if (dialect.acceptsCredentialsInBody()) {
            methods.add("client_secret_post");
        }
        return new AuthorizationServerMetadata(publicUrl, endpoints, methods);
    }

    /** What {@code serve} answers beside that. */
    Routes withForwardAuth(Routes routes) {
        return routes.addTree(ForwardAuthEndpoint.PATH, new ForwardAuthEndpoint(tokens));
    }

    /** What the emulator answers beside that. */
    Routes withControls(Routes routes, Emulation emulation) {
        emulation.addTo(
                new EmulatorRoutes(routes, store, publicUrl).addWorld(requests, consents),
                List.of(rate::clear, failed::clear));
        return routes.add("GET", EmulatorPage.PATH, door.openPage(new EmulatorPage(pages)));
    }
}
