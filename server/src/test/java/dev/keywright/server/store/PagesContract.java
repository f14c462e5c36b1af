package dev.keywright.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.PageId;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.PageTree;
import dev.keywright.server.workspace.ShareablePage;
import dev.keywright.server.workspace.Viewer;
import dev.keywright.server.workspace.Visibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages by level, by title and by id, as one person sees them. */
interface PagesContract extends OpensStores {
    Viewer ADA = new Viewer(Sample.HOME, Sample.ADA);
    Viewer BOB = new Viewer(Sample.HOME, Sample.BOB);
    Visibility INHERITED = new Visibility.Inherited();
    Visibility EVERYONE = new Visibility.Everyone();
    Visibility ADAS = new Visibility.Only(Set.of(Sample.ADA));
    Visibility BOBS = new Visibility.Only(Set.of(Sample.BOB));

    /** A page of the workspace HOME; parent 0 is none. */
    private static Page page(int id, int parent, String title, Visibility visibility) {
        Optional<PageId> above = parent == 0 ? Optional.empty() : Optional.of(id(parent));
        return new Page(id(id), Sample.HOME, above, title, visibility, Sample.CREATED);
    }

    private static PageId id(int number) {
        return new PageId(new UUID(0x4000, 0x8000_0000_0000_0000L | number));
    }

    private Store with(Page... pages) {
        return with(List.of(pages));
    }

    private Store with(List<Page> pages) {
        Store store = open();
        World world = Sample.world();
        store.fill(new World(world.people(), world.workspaces(), pages, world.connections()));
        return store;
    }

    private static List<String> titles(Pages.Level level) {
        return titles(level.pages());
    }

    private static List<String> titles(List<ShareablePage> pages) {
        return pages.stream().map(ShareablePage::title).toList();
    }

    private static List<String> path(ShareablePage page) {
        return page.path().stream().map(ShareablePage.Step::title).toList();
    }

    private static List<String> found(Store store, String text) {
        return titles(store.pages().search(ADA, FoldedTitle.of(text), 10));
    }

    @Test
    default void aLevelComesInItsOrderAndSaysWhatGoesOn() {
        try (Store store = with(
                page(1, 0, "B", INHERITED),
                page(2, 1, "B1", INHERITED),
                page(3, 0, "A", INHERITED),
                page(4, 2, "B1a", INHERITED),
                page(5, 1, "B0", INHERITED))) {
            Pages.Level top = store.pages().top(ADA, Optional.empty(), 10);
            assertThat(titles(top)).containsExactly("B", "A");
            assertThat(top.pages()).extracting(ShareablePage::hasChildren).containsExactly(true, false);
            assertThat(top.pages()).allSatisfy(page -> assertThat(path(page)).isEmpty());

            Pages.Level below = store.pages().below(ADA, id(1), Optional.empty(), 10);
            assertThat(titles(below)).containsExactly("B1", "B0");
            assertThat(below.pages()).extracting(ShareablePage::hasChildren).containsExactly(true, false);

            Pages.Level deep = store.pages().below(ADA, id(2), Optional.empty(), 10);
            assertThat(path(deep.pages().getFirst())).containsExactly("B", "B1");
            assertThat(deep.pages().getFirst().path().getFirst().id()).isEqualTo(id(1));
            assertThat(store.pages().below(ADA, id(4), Optional.empty(), 10))
                    .isEqualTo(new Pages.Level(List.of(), false));
            assertThat(store.pages().below(ADA, id(99), Optional.empty(), 10))
                    .isEqualTo(new Pages.Level(List.of(), false));
        }
    }

    @Test
    default void aLevelGoesOnWhereItStopped() {
        List<Page> pages = new ArrayList<>(List.of(page(1, 0, "top", INHERITED)));
        for (int i = 2; i <= 8; i++) {
            pages.add(page(i, 0, "top" + i, INHERITED));
            pages.add(page(100 + i, 1, "child" + i, INHERITED));
        }
        try (Store store = with(pages)) {
            Pages.Level one = store.pages().top(ADA, Optional.empty(), 5);
            assertThat(titles(one)).containsExactly("top", "top2", "top3", "top4", "top5");
            assertThat(one.more()).isTrue();
            Pages.Level two = store.pages().top(ADA, Optional.of(id(5)), 3);
            assertThat(titles(two)).containsExactly("top6", "top7", "top8");
            assertThat(two.more()).isFalse();

            Pages.Level below = store.pages().below(ADA, id(1), Optional.of(id(103)), 4);
            assertThat(titles(below)).containsExactly("child4", "child5", "child6", "child7");
            assertThat(below.more()).isTrue();
        }
    }

    @Test
    default void whatAPersonCannotSeeIsInNoListAndOnNoPath() {
        try (Store store = with(
                page(1, 0, "private", BOBS),
                page(2, 1, "inside", INHERITED),
                page(3, 2, "open", EVERYONE),
                page(4, 3, "hers", ADAS),
                page(5, 3, "his", BOBS))) {
            assertThat(titles(store.pages().top(ADA, Optional.empty(), 10))).containsExactly("open");
            assertThat(titles(store.pages().top(BOB, Optional.empty(), 10))).containsExactly("private");
            assertThat(titles(store.pages().below(ADA, id(1), Optional.empty(), 10)))
                    .isEmpty();
            assertThat(titles(store.pages().below(ADA, id(2), Optional.empty(), 10)))
                    .isEmpty();
            assertThat(titles(store.pages().below(ADA, id(3), Optional.empty(), 10)))
                    .containsExactly("hers");
            assertThat(found(store, "i")).containsExactly();

            ShareablePage hers = store.pages().named(ADA, Set.of(id(4), id(2))).getFirst();
            assertThat(path(hers)).containsExactly("open");
            ShareablePage his = store.pages().named(BOB, Set.of(id(5), id(4))).getFirst();
            assertThat(path(his)).containsExactly("private", "inside", "open");
            assertThat(store.pages().shareable(ADA, Set.of(id(1), id(2), id(3), id(4), id(5), id(9))))
                    .containsExactlyInAnyOrder(id(3), id(4));
        }
    }

    @Test
    default void aPageWithoutChildrenThatThePersonSeesHasNone() {
        try (Store store = with(page(1, 0, "top", INHERITED), page(2, 1, "his", BOBS))) {
            assertThat(store.pages().top(ADA, Optional.empty(), 1).pages())
                    .extracting(ShareablePage::hasChildren)
                    .containsExactly(false);
            assertThat(store.pages().top(BOB, Optional.empty(), 1).pages())
                    .extracting(ShareablePage::hasChildren)
                    .containsExactly(true);
        }
    }

    @Test
    default void titlesAreFoundByAnyPartOfThemWhateverTheCaseAndTheAccents() {
        try (Store store = with(
                page(1, 0, "The Résumé", INHERITED),
                page(2, 1, "RESUME", INHERITED),
                page(3, 0, "100% _done_", INHERITED),
                page(4, 0, "", INHERITED))) {
            assertThat(found(store, "resume")).containsExactly("RESUME", "The Résumé");
            assertThat(found(store, "SUMÉ")).containsExactly("RESUME", "The Résumé");
            assertThat(found(store, "% _")).containsExactly("100% _done_");
            assertThat(found(store, "nothing of that name")).isEmpty();
            assertThat(found(store, " ")).isEmpty();
            assertThat(path(store.pages()
                            .search(ADA, FoldedTitle.of("resume"), 1)
                            .getFirst()))
                    .containsExactly("The Résumé");
            assertThat(store.pages().search(ADA, FoldedTitle.of("resume"), 1)).hasSize(1);
        }
    }

    @Test
    default void pagesOfAnotherWorkspaceAreNotThere() {
        Viewer elsewhere = new Viewer(Sample.OTHER, Sample.BOB);
        try (Store store = with(page(1, 0, "top", INHERITED), page(2, 1, "child", INHERITED))) {
            assertThat(store.pages().top(elsewhere, Optional.empty(), 10).pages())
                    .isEmpty();
            assertThat(store.pages()
                            .below(elsewhere, id(1), Optional.empty(), 10)
                            .pages())
                    .isEmpty();
            assertThat(store.pages().search(elsewhere, FoldedTitle.of("child"), 10))
                    .isEmpty();
            assertThat(store.pages().named(elsewhere, Set.of(id(1), id(2)))).isEmpty();
            assertThat(store.pages().shareable(elsewhere, Set.of(id(1), id(2)))).isEmpty();
        }
    }

    @Test
    default void aSubtreeIsCountedNoFurtherThanAsked() {
        List<Page> pages = new ArrayList<>(List.of(page(1, 0, "top", INHERITED)));
        for (int i = 2; i <= 600; i++) {
            pages.add(page(i, i / 2, "page", i % 3 == 0 ? BOBS : INHERITED));
        }
        try (Store store = with(pages)) {
            assertThat(store.pages().size(id(1), 601)).isEqualTo(600);
            assertThat(store.pages().size(id(1), 501)).isEqualTo(501);
            assertThat(store.pages().size(id(300), 501)).isEqualTo(2);
            assertThat(store.pages().size(id(601), 501)).isZero();
        }
    }

    /** The tree in memory is the specification of what is seen; the columns are another way to it. */
    @Test
    default void whatMayBeSharedIsWhatTheTreeSays() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Page> pages = new ArrayList<>();
        List<Visibility> kinds = List.of(INHERITED, INHERITED, INHERITED, EVERYONE, ADAS, BOBS);
        for (int i = 1; i <= 300; i++) {
            pages.add(page(i, random.nextInt(i), "t" + i % 7, kinds.get(random.nextInt(kinds.size()))));
        }
        PageTree tree = new PageTree(pages);
        try (Store store = with(pages)) {
            for (Viewer viewer : List.of(ADA, BOB)) {
                Set<PageId> all = new HashSet<>(pages.stream().map(Page::id).toList());
                Set<PageId> seen = new HashSet<>(all);
                seen.removeIf(page -> !tree.visible(page, viewer.person()));

                assertThat(store.pages().shareable(viewer, all))
                        .as("seed " + seed)
                        .isEqualTo(seen);
                assertThat(walked(store, viewer)).as("seed " + seed).isEqualTo(seen);
                assertThat(store.pages().search(viewer, FoldedTitle.of("T"), 1000))
                        .as("seed " + seed)
                        .extracting(ShareablePage::id)
                        .containsExactlyInAnyOrderElementsOf(seen);
            }
        }
    }

    /** Every page that is reached from the top, level by level. */
    private static Set<PageId> walked(Store store, Viewer viewer) {
        List<ShareablePage> reached = new ArrayList<>(
                store.pages().top(viewer, Optional.empty(), 1000).pages());
        for (int i = 0; i < reached.size(); i++) {
            List<ShareablePage> below = store.pages()
                    .below(viewer, reached.get(i).id(), Optional.empty(), 1000)
                    .pages();
            assertThat(reached.get(i).hasChildren()).isEqualTo(!below.isEmpty());
            reached.addAll(below);
        }
        Set<PageId> ids = new HashSet<>(reached.stream().map(ShareablePage::id).toList());
        assertThat(ids).hasSameSizeAs(reached);
        return ids;
    }
}
