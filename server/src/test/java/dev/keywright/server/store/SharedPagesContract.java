package dev.keywright.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.SearchOrder;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.PageSearch;
import dev.keywright.server.workspace.PageSummary;
import dev.keywright.server.workspace.PageTree;
import dev.keywright.server.workspace.PlacedPage;
import dev.keywright.server.workspace.Reach;
import dev.keywright.server.workspace.Viewer;
import dev.keywright.server.workspace.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pages as a bot sees them: what was shared, and what lies below, as far as the person sees who shared it. */
interface SharedPagesContract extends OpensStores {
    Viewer BY_ADA = new Viewer(Sample.HOME, Sample.ADA);
    Visibility AS_ABOVE = new Visibility.Inherited();
    Instant LATER = Sample.CREATED.plus(Duration.ofDays(1));

    private static PageId number(int number) {
        return new PageId(new UUID(0x4000, 0x8000_0000_0000_0000L | number));
    }

    private static Page numbered(int id, int parent, String title, Visibility visibility) {
        Optional<PageId> above = parent == 0 ? Optional.empty() : Optional.of(number(parent));
        return new Page(number(id), Sample.HOME, above, title, visibility, Sample.CREATED);
    }

    private Store having(List<Page> pages) {
        Store store = open();
        World world = Sample.world();
        store.fill(new World(world.people(), world.workspaces(), pages, world.connections()));
        return store;
    }

    private static PageSearch everything(Reach reach) {
        return new PageSearch(reach, FoldedTitle.of(""), SearchOrder.EDITED_ASCENDING, Optional.empty(), 1000);
    }

    private static List<String> found(Store store, PageSearch search) {
        return store.pages().search(search).orElseThrow().stream()
                .map(PageSummary::title)
                .toList();
    }

    private static boolean sees(Store store, Reach reach, int page) {
        return store.pages()
                .placed(number(page))
                .map(placed -> placed.isVisibleTo(reach))
                .orElse(false);
    }

    private static Reach adasBot(int... shared) {
        return Reach.ofBot(
                BY_ADA,
                java.util.Arrays.stream(shared)
                        .mapToObj(SharedPagesContract::number)
                        .collect(Collectors.toSet()));
    }

    /** The tree in memory is the specification of what is seen. */
    @Test
    default void whatABotSeesIsWhatTheTreeSaysHoweverItIsAsked() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Visibility> kinds = List.of(
                AS_ABOVE,
                AS_ABOVE,
                AS_ABOVE,
                new Visibility.Everyone(),
                new Visibility.Only(Set.of(Sample.ADA)),
                new Visibility.Only(Set.of(Sample.BOB)));
        List<Page> pages = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            pages.add(numbered(i, random.nextInt(i), "t" + i, kinds.get(random.nextInt(kinds.size()))));
        }
        PageTree tree = new PageTree(pages);
        Reach reach = adasBot(1 + random.nextInt(20), 1 + random.nextInt(100), 1 + random.nextInt(200), 999);
        Set<PageId> expected = reach.shared().orElseThrow().stream()
                .flatMap(shared -> tree.subtree(shared).stream())
                .map(Page::id)
                .filter(page -> tree.visible(page, Sample.ADA))
                .collect(Collectors.toSet());

        try (Store store = having(pages)) {
            assertThat(store.pages().search(everything(reach)).orElseThrow())
                    .as("seed " + seed)
                    .extracting(PageSummary::id)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(pages)
                    .as("seed " + seed)
                    .allSatisfy(page -> assertThat(store.pages()
                                    .placed(page.id())
                                    .orElseThrow()
                                    .isVisibleTo(reach))
                            .isEqualTo(expected.contains(page.id())));
        }
    }

    @Test
    default void aPageOfAnotherWorkspaceIsOutOfReachThoughItsIdIsShared() {
        try (Store store = filled()) {
            Reach reach = Reach.ofBot(BY_ADA, Set.of(Sample.TEMPLATE));

            assertThat(store.pages().placed(Sample.TEMPLATE).orElseThrow().isVisibleTo(reach))
                    .isFalse();
            assertThat(store.pages().search(everything(reach)).orElseThrow()).isEmpty();
        }
    }

    @Test
    default void aPageIsToldWithItsParentAndItsTimes() {
        try (Store store = having(List.of(numbered(1, 0, "Top", AS_ABOVE), numbered(2, 1, "Below", AS_ABOVE)))) {
            PageSummary below =
                    new PageSummary(number(2), Optional.of(number(1)), "Below", Sample.CREATED, Sample.CREATED);

            assertThat(store.pages().placed(number(2)).map(PlacedPage::summary)).contains(below);
            assertThat(store.pages().search(everything(adasBot(2))).orElseThrow())
                    .containsExactly(below);
            assertThat(store.pages().placed(number(3))).isEmpty();
        }
    }

    @Test
    default void aPageThatIsAddedOrRenamedIsFoundAsItIsNow() {
        try (Store store = having(List.of(numbered(1, 0, "Top", AS_ABOVE), numbered(2, 1, "Below", AS_ABOVE)))) {
            Reach reach = adasBot(1);
            assertThat(found(store, everything(reach))).containsExactly("Top", "Below");
            assertThat(sees(store, reach, 2)).isTrue();

            store.workspaceChanges().addPage(numbered(3, 2, "Fresh", AS_ABOVE));
            store.workspaceChanges().renamePage(Sample.HOME, number(1), "Renamed", LATER);

            assertThat(found(store, everything(reach))).containsExactly("Below", "Fresh", "Renamed");
            assertThat(sees(store, reach, 3)).isTrue();
            assertThat(store.pages().placed(number(1)).map(PlacedPage::summary))
                    .contains(new PageSummary(number(1), Optional.empty(), "Renamed", Sample.CREATED, LATER));
            assertThat(found(
                            store,
                            new PageSearch(reach, FoldedTitle.of("TOP"), SearchOrder.RELEVANCE, Optional.empty(), 10)))
                    .isEmpty();
        }
    }

    @Test
    default void anotherWorldHasNothingOfTheOneBefore() {
        try (Store store = having(List.of(numbered(1, 0, "Top", AS_ABOVE), numbered(2, 1, "Below", AS_ABOVE)))) {
            Reach reach = adasBot(1);
            found(store, everything(reach));
            sees(store, reach, 2);
            World world = store.world();

            store.replace(new World(
                    world.people(),
                    world.workspaces(),
                    List.of(numbered(1, 0, "Other", AS_ABOVE)),
                    world.connections()));

            assertThat(found(store, everything(reach))).containsExactly("Other");
            assertThat(sees(store, reach, 2)).isFalse();
        }
    }

    @Test
    default void aDeletedWorkspaceHasNoPages() {
        try (Store store = having(List.of(numbered(1, 0, "Top", AS_ABOVE)))) {
            Reach reach = adasBot(1);
            found(store, everything(reach));
            sees(store, reach, 1);

            store.workspaceChanges().delete(Sample.HOME, LATER);

            assertThat(found(store, everything(reach))).isEmpty();
            assertThat(store.pages().placed(number(1))).isEmpty();
        }
    }
}
