package dev.keywright.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person can see and share, and what lies below a page. */
class PageTreeTest {
    private static final PersonId ADA = new PersonId(new UUID(0, 1));
    private static final PersonId BOB = new PersonId(new UUID(0, 2));
    private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(0, 3));

    private static final Page OPEN = page(10, new Visibility.Inherited());
    private static final Page BELOW_OPEN = page(11, new Visibility.Inherited(), OPEN);
    private static final Page DEEP = page(12, new Visibility.Inherited(), BELOW_OPEN);
    private static final Page ADAS = page(20, new Visibility.Only(Set.of(ADA)));
    private static final Page BELOW_ADAS = page(21, new Visibility.Inherited(), ADAS);
    private static final Page OPEN_BELOW_ADAS = page(22, new Visibility.Everyone(), BELOW_ADAS);
    private static final Page NOBODYS = page(30, new Visibility.Only(Set.of()));
    private static final Page BOBS_BELOW_OPEN = page(40, new Visibility.Only(Set.of(BOB)), OPEN);

    private static final PageTree TREE =
            new PageTree(List.of(OPEN, BELOW_OPEN, DEEP, ADAS, BELOW_ADAS, OPEN_BELOW_ADAS, NOBODYS, BOBS_BELOW_OPEN));

    private static Page page(int number, Visibility visibility) {
        return page(number, visibility, Optional.empty());
    }

    private static Page page(int number, Visibility visibility, Page parent) {
        return page(number, visibility, Optional.of(parent.id()));
    }

    private static Page page(int number, Visibility visibility, Optional<PageId> parent) {
        PageId id = new PageId(new UUID(0, number));
        return new Page(id, WORKSPACE, parent, "Page " + number, visibility, Instant.EPOCH);
    }

    private static List<Page> visibleTo(PersonId person) {
        return List.of(OPEN, BELOW_OPEN, DEEP, ADAS, BELOW_ADAS, OPEN_BELOW_ADAS, NOBODYS, BOBS_BELOW_OPEN).stream()
                .filter(page -> TREE.visible(page.id(), person))
                .toList();
    }

    @Test
    void visibilityIsInheritedUntilAPageHasItsOwn() {
        assertThat(visibleTo(ADA)).containsExactly(OPEN, BELOW_OPEN, DEEP, ADAS, BELOW_ADAS, OPEN_BELOW_ADAS);
        assertThat(visibleTo(BOB)).containsExactly(OPEN, BELOW_OPEN, DEEP, OPEN_BELOW_ADAS, BOBS_BELOW_OPEN);
    }

    @Test
    void aPageThatIsNotThereIsVisibleToNobody() {
        assertThat(TREE.visible(new PageId(new UUID(0, 99)), ADA)).isFalse();
    }

    /** A page whose parent is of another tree is nobody's, rather than everybody's. */
    @Test
    void aPageWhoseParentIsNotThereIsVisibleToNobody() {
        PageTree torn = new PageTree(List.of(BELOW_OPEN));

        assertThat(torn.visible(BELOW_OPEN.id(), ADA)).isFalse();
    }

    @Test
    void theTopLevelHasWhatThePersonCanSeeInItsOrder() {
        assertThat(TREE.topLevel(ADA)).containsExactly(OPEN, ADAS);
        assertThat(TREE.topLevel(BOB)).containsExactly(OPEN);
    }

    @Test
    void aSubtreeHasEachPageAfterItsParent() {
        assertThat(TREE.subtree(OPEN.id())).containsExactly(OPEN, BELOW_OPEN, BOBS_BELOW_OPEN, DEEP);
        assertThat(TREE.subtree(DEEP.id())).containsExactly(DEEP);
    }

    @Test
    void thereIsNothingBelowAPageThatIsNotThere() {
        assertThat(TREE.subtree(new PageId(new UUID(0, 99)))).isEmpty();
    }
}
