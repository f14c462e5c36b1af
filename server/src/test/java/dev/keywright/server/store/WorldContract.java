package dev.keywright.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** People, workspaces, pages and connections come back as they went in. */
interface WorldContract extends OpensStores {
    World EMPTY = new World(List.of(), List.of(), List.of(), List.of());

    @Test
    default void aNewStoreIsEmpty() {
        try (Store store = open()) {
            assertThat(store.world()).isEqualTo(EMPTY);
        }
    }

    @Test
    default void theWorldComesBackInItsOrderWithEveryField() {
        try (Store store = open()) {
            assertThat(store.fill(Sample.world())).isTrue();

            assertThat(store.world().people()).isEqualTo(Sample.world().people());
            assertThat(store.world().workspaces()).isEqualTo(Sample.world().workspaces());
            assertThat(store.world().pages()).isEqualTo(Sample.world().pages());
            assertThat(store.world().connections()).isEqualTo(Sample.world().connections());
            assertThat(store.workspaces()).isEqualTo(Sample.world().workspaces());
            assertThat(store.workspacesOf(Sample.BOB)).isEqualTo(Sample.world().workspaces());
            assertThat(store.workspacesOf(Sample.ADA))
                    .containsExactly(Sample.world().workspaces().getLast());
        }
    }

    @Test
    default void eachThingIsFoundByItsName() {
        try (Store store = open()) {
            store.fill(Sample.world());
            // Twice: the second time it may come from memory.
            for (int i = 0; i < 2; i++) {
                for (Person person : Sample.world().people()) {
                    assertThat(store.person(person.id())).contains(person);
                    assertThat(store.personByEmail(person.email())).contains(person);
                }
                for (Workspace workspace : Sample.world().workspaces()) {
                    assertThat(store.workspace(workspace.id())).contains(workspace);
                }
                for (Page page : Sample.world().pages()) {
                    assertThat(store.pages().find(page.id())).contains(page);
                }
                for (Connection connection : Sample.world().connections()) {
                    assertThat(store.connection(connection.id())).contains(connection);
                }
            }
        }
    }

    @Test
    default void whatIsNotThereIsNotFound() {
        UUID nobody = new UUID(7, 7);
        try (Store store = open()) {
            store.fill(Sample.world());

            assertThat(store.person(new PersonId(nobody))).isEmpty();
            assertThat(store.personByEmail("ADA@example.com")).isEmpty();
            assertThat(store.workspace(new WorkspaceId(nobody))).isEmpty();
            assertThat(store.workspacesOf(new PersonId(nobody))).isEmpty();
            assertThat(store.pages().find(new PageId(nobody))).isEmpty();
            assertThat(store.connection(new ClientId(nobody))).isEmpty();
            // One id of two kinds is two names.
            assertThat(store.connection(new ClientId(Sample.ADA.value()))).isEmpty();
        }
    }

    @Test
    default void aStoreIsFilledOnce() {
        World other = new World(
                List.of(new Person(Sample.ADA, Optional.empty(), Optional.empty(), "other@example.com")),
                List.of(),
                List.of(),
                List.of());
        try (Store store = open()) {
            assertThat(store.fill(Sample.world())).isTrue();
            assertThat(store.fill(other)).isFalse();

            assertThat(store.world()).isEqualTo(Sample.world());
        }
    }

    @Test
    default void replacingTheWorldTakesEverythingBeforeWithIt() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, Endpoints.START);
            var pending = endpoints.consent(Sample.ADAS, Sample.sharing(), Endpoints.START);
            assertThat(store.connection(Sample.APP)).isPresent();
            assertThat(store.authorizations().find(pending.row().id())).isPresent();

            store.replace(EMPTY);

            assertThat(store.world()).isEqualTo(EMPTY);
            assertThat(store.connection(Sample.APP)).isEmpty();
            assertThat(store.person(Sample.ADA)).isEmpty();
            assertThat(store.workspace(Sample.HOME)).isEmpty();
            assertThat(store.authorizations().find(granted.id())).isEmpty();
            assertThat(store.authorizations().find(pending.row().id())).isEmpty();
            assertThat(endpoints.answer(endpoints.refresh(granted, Endpoints.START)))
                    .isEmpty();

            store.replace(Sample.world());
            assertThat(store.world()).isEqualTo(Sample.world());
        }
    }

    @Test
    default void whoeverReadsWhileTheWorldIsReplacedSeesTheOneOrTheOther() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            Callable<World> read = store::world;
            Callable<World> replace = () -> {
                store.replace(EMPTY);
                store.replace(Sample.world());
                return EMPTY;
            };
            for (int i = 0; i < 50; i++) {
                assertThat(crowd.atOnce(List.of(read, replace, read, read))).isSubsetOf(EMPTY, Sample.world());
                assertThat(store.connection(Sample.APP)).isPresent();
            }
        }
    }

    @Test
    default void itIsAllThereWhenTheStoreIsOpenedAgain() {
        Endpoints.Granted granted;
        Endpoints.Allowed allowed;
        Optional<Grant> before;
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            granted = endpoints.refreshed(endpoints.grant(Sample.ADAS, Endpoints.START), Endpoints.START);
            allowed = endpoints.consent(Sample.ADAS, Sample.sharing(Sample.CHILD), Endpoints.START);
            before = store.authorizations().find(granted.id());
        }
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);

            assertThat(store.world()).isEqualTo(Sample.world());
            assertThat(store.authorizations().find(granted.id())).isEqualTo(before);
            assertThat(endpoints.honours(granted, Endpoints.START)).isTrue();
            assertThat(endpoints.honours(
                            endpoints.granted(endpoints.redeem(allowed, Endpoints.START)), Endpoints.START))
                    .isTrue();
        }
    }
}
