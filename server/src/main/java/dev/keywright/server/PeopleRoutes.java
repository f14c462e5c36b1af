package dev.keywright.server;

import dev.keywright.server.http.Routes;
import dev.keywright.server.identity.Administration;
import dev.keywright.server.identity.BrowserCookies;
import dev.keywright.server.identity.OneTimeLinks;
import dev.keywright.server.identity.PasswordSignIn;
import dev.keywright.server.identity.Passwords;
import dev.keywright.server.identity.Visitors;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.AccountChooserPage;
import dev.keywright.server.web.AccountPage;
import dev.keywright.server.web.ChooseAccount;
import dev.keywright.server.web.ErrorPages;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.JoinPage;
import dev.keywright.server.web.Pages;
import dev.keywright.server.web.PeoplePage;
import dev.keywright.server.web.PersonPage;
import dev.keywright.server.web.SetupPage;
import dev.keywright.server.web.SignInPage;
import dev.keywright.server.web.SignInWithPassword;
import dev.keywright.server.web.SignOut;
import dev.keywright.server.web.WorkspacePage;
import dev.keywright.server.web.WorkspacesPage;

/** Puts together the pages of sign-in, of one's own account, and of people and workspaces. */
final class PeopleRoutes {
    private final Surroundings surroundings;
    private final Store store;
    private final BrowserCookies cookies;
    private final Visitors visitors;
    private final FrontDoor door;
    private final Pages pages;
    private final ErrorPages errorPages;
    private final OneTimeLinks links;
    private final AccountPage account;

    PeopleRoutes(
            Surroundings surroundings,
            Store store,
            BrowserCookies cookies,
            Visitors visitors,
            FrontDoor door,
            Pages pages,
            ErrorPages errorPages,
            String publicUrl) {
        this.surroundings = surroundings;
        this.store = store;
        this.cookies = cookies;
        this.visitors = visitors;
        this.door = door;
        this.pages = pages;
        this.errorPages = errorPages;
        this.links = new OneTimeLinks(store, surroundings.clock(), surroundings.random(), cookies, publicUrl);
        this.account = new AccountPage(store, visitors, pages);
    }

    void addTo(Routes routes) {
        routes.add("POST", "/logout", door.openForm(new SignOut(visitors)));
        addAdministration(routes);
        if (surroundings.emulatorClock().isPresent()) {
            routes.add("GET", "/login", door.openPage(new AccountChooserPage(store, pages)))
                    .add("POST", "/login", door.openForm(new ChooseAccount(store, visitors, errorPages)));
        } else {
            addPasswords(routes);
        }
    }

    private void addAdministration(Routes routes) {
        boolean passwords = surroundings.emulatorClock().isEmpty();
        Administration administration =
                new Administration(store, surroundings.clock(), surroundings.random(), surroundings.audit());
        PeoplePage people = new PeoplePage(store, administration, links, passwords, pages);
        PersonPage person = new PersonPage(store, administration, people, passwords, pages, errorPages);
        WorkspacesPage workspaces = new WorkspacesPage(store, administration, pages);
        WorkspacePage workspace = new WorkspacePage(store, administration, pages, errorPages);
        routes.add("GET", PeoplePage.PATH, door.adminPage(people))
                .add("POST", PeoplePage.PATH, door.adminForm(people::add))
                .add("GET", PersonPage.PATH, door.adminPage(person))
                .add("POST", PersonPage.PATH, door.adminForm(person::act))
                .add("GET", WorkspacesPage.PATH, door.adminPage(workspaces))
                .add("POST", WorkspacesPage.PATH, door.adminForm(workspaces::add))
                .add("GET", WorkspacePage.PATH, door.adminPage(workspace))
                .add("POST", WorkspacePage.FORM, door.adminForm(workspace::act))
                .add("GET", AccountPage.PATH, door.page(account))
                .add("POST", AccountPage.PATH + "/sessions", door.form(account::signOutEverywhere));
    }

    /** How people sign in where they have passwords. */
    private void addPasswords(Routes routes) {
        Passwords passwords = new Passwords(surroundings.random());
        SignInPage signIn = new SignInPage(pages);
        PasswordSignIn attempts =
                new PasswordSignIn(store, surroundings.clock(), passwords, cookies, surroundings.audit());
        SetupPage setup = new SetupPage(links, passwords, visitors, pages);
        JoinPage join = new JoinPage(store, links, passwords, visitors, pages);
        routes.add("GET", "/login", door.openPage(signIn))
                .add("POST", "/login", door.openForm(new SignInWithPassword(attempts, visitors, signIn)))
                .add("GET", OneTimeLinks.SETUP, door.openPage(setup))
                .add("POST", OneTimeLinks.SETUP, door.openForm(setup::submit))
                .add("GET", OneTimeLinks.JOIN, door.openPage(join))
                .add("POST", OneTimeLinks.JOIN, door.openForm(join::submit))
                .add("POST", AccountPage.PATH + "/password", door.form(account.changePassword(attempts, passwords)));
    }
}
