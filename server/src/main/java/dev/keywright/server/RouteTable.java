package dev.keywright.server;

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
import java.util.List;
import java.util.function.BooleanSupplier;

/** Puts the endpoints together and says which method and path each of them answers. */
final class RouteTable {
    /** What is linked from every page: only what there is. */
    private static final List<Navigation.Place> PLACES = List.of(
            new Navigation.Place("My connections", OwnInstallation.PATH, Navigation.For.EVERYONE),
            new Navigation.Place("Developers", Console.PATH, Navigation.For.EVERYONE),
            new Navigation.Place("People", PeoplePage.PATH, Navigation.For.ADMINS),
            new Navigation.Place("Workspaces", WorkspacesPage.PATH, Navigation.For.ADMINS));

    private final Surroundings surroundings;
    private final Store store;
    private final Tokens tokens;
    private final Issuer issuer;
    private final BooleanSupplier stopping;
    private final ApiRoutes api;
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
            Tokens tokens,
            ApiRoutes api,
            Issuer issuer,
            BooleanSupplier stopping) {
        this.surroundings = surroundings;
        this.store = store;
        this.tokens = tokens;
        this.issuer = issuer;
        this.stopping = stopping;
        this.api = api;
        this.requests = new AuthorizationRequests(store, issuer.dialect(), issuer.url());
        this.consents =
                new Consents(store, tokens.policy(), surroundings.clock(), surroundings.random(), surroundings.audit());
        boolean emulates = surroundings.emulatorClock().isPresent();
        this.pages = new Pages(assets, navigation(emulates));
        this.errorPages = new ErrorPages(pages, emulates);
        this.cookies = new BrowserCookies(issuer.url(), surroundings.random());
        this.visitors = new Visitors(store, surroundings.clock(), cookies);
        this.door = new FrontDoor(visitors, new FormGuard(issuer.url()), errorPages);
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
        Routes routes = new Routes().add("GET", Assets.PATH, assets);
        api.addTo(routes, authorize(), stopping);
        new PeopleRoutes(surroundings, store, cookies, visitors, door, pages, errorPages, issuer.url()).addTo(routes);
        ConsoleRoutes.add(routes, door, console());
        InstallationRoutes.add(routes, door, store, pages, errorPages, surroundings.clock(), surroundings.audit());
        addConsent(routes);
        return routes;
    }

    private Console console() {
        return new Console(
                store,
                pages,
                errorPages,
                surroundings.audit(),
                surroundings.clock(),
                surroundings.random(),
                tokens.codec(),
                issuer.url(),
                surroundings.emulatorClock().isPresent());
    }

    private Endpoint authorize() {
        return new AuthorizationEndpoint(requests, consents, surroundings.approval(), errorPages::show, issuer.url());
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

    /** What {@code serve} answers beside that. */
    Routes withForwardAuth(Routes routes) {
        api.addForwardAuth(routes);
        return routes;
    }

    /** What the emulator answers beside that. */
    Routes withControls(Routes routes, Emulation emulation) {
        emulation.addTo(new EmulatorRoutes(routes, store, issuer.url()).addWorld(requests, consents), api.forgetting());
        return routes.add("GET", EmulatorPage.PATH, door.openPage(new EmulatorPage(pages)));
    }
}
