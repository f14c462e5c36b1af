package dev.keywright.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.SearchOrder;
import dev.keywright.protocol.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a search of titles finds, and in which order. */
class PageIndexTest {
    private static final PersonId ADA = new PersonId(new UUID(1, 1));
    private static final PersonId BOB = new PersonId(new UUID(1, 2));
    private static final Reach ALL = Reach.of(new Viewer(new WorkspaceId(new UUID(2, 2)), ADA));

    /** Ids run against positions, so that no order comes out by chance. */
    private static PageId id(int number) {
        return new PageId(new UUID(3, 1000 - number));
    }

    private static PageIndex.Entry entry(int number, String title, long edited) {
        return new PageIndex.Entry(
                id(number),
                Optional.empty(),
                Optional.empty(),
                FoldedTitle.of(title),
                number,
                Instant.ofEpochMilli(edited),
                number);
    }

    private static List<Integer> find(PageIndex index, String text, SearchOrder order) {
        return find(index, new PageSearch(ALL, FoldedTitle.of(text), order, Optional.empty(), 100));
    }

    private static List<Integer> find(PageIndex index, PageSearch search) {
        return index.find(search).orElseThrow().stream()
                .map(id -> (int) (1000 - id.value().getLeastSignificantBits()))
                .toList();
    }

    @Test
    void whatBeginsWithTheTextComesFirstThenWhatHasItEarlier() {
        PageIndex index = PageIndex.EMPTY.with(
                List.of(entry(1, "the road", 1), entry(2, "a road", 2), entry(3, "roads", 3), entry(4, "road", 4)));

        assertThat(find(index, "road", SearchOrder.RELEVANCE)).containsExactly(4, 3, 2, 1);
    }

    @Test
    void byTimePagesOfOneMomentComeInTheirOwnOrder() {
        PageIndex index =
                PageIndex.EMPTY.with(List.of(entry(1, "a", 5), entry(2, "b", 9), entry(3, "c", 5), entry(4, "d", 1)));

        assertThat(find(index, "", SearchOrder.EDITED_ASCENDING)).containsExactly(4, 1, 3, 2);
        assertThat(find(index, "", SearchOrder.EDITED_DESCENDING)).containsExactly(2, 1, 3, 4);
        assertThat(find(index, "", SearchOrder.RELEVANCE)).containsExactly(2, 1, 3, 4);
    }

    @ParameterizedTest
    @EnumSource
    void inPartsOfAnySizeEverythingIsFoundOnceAndInTheSameOrder(SearchOrder order) {
        Random random = new Random(7);
        List<PageIndex.Entry> entries = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            entries.add(entry(i, "a".repeat(random.nextInt(3)) + "x" + random.nextInt(9), random.nextInt(5)));
        }
        PageIndex index = PageIndex.EMPTY.with(entries);
        List<Integer> whole = find(index, "x", order);

        for (int size = 1; size <= 20; size++) {
            List<Integer> read = new ArrayList<>();
            Optional<PageId> after = Optional.empty();
            List<Integer> part;
            do {
                part = find(index, new PageSearch(ALL, FoldedTitle.of("x"), order, after, size));
                read.addAll(part);
                after = Optional.of(id(read.getLast()));
            } while (!part.isEmpty());
            assertThat(read).isEqualTo(whole).hasSize(60);
        }
    }

    @Test
    void pagesThatAreAddedShiftNothingBehindTheCursor() {
        PageIndex index = PageIndex.EMPTY.with(List.of(entry(1, "b", 1), entry(2, "d", 2), entry(3, "f", 3)));
        PageSearch first = new PageSearch(ALL, FoldedTitle.of(""), SearchOrder.EDITED_ASCENDING, Optional.empty(), 2);
        assertThat(find(index, first)).containsExactly(1, 2);

        PageIndex grown = index.with(List.of(entry(4, "a", 0), entry(5, "z", 9)));

        assertThat(find(
                        grown,
                        new PageSearch(ALL, FoldedTitle.of(""), SearchOrder.EDITED_ASCENDING, Optional.of(id(2)), 10)))
                .containsExactly(3, 5);
    }

    @Test
    void aPageThatIsWrittenAgainTakesThePlaceOfWhatItWas() {
        PageIndex index = PageIndex.EMPTY.with(List.of(entry(1, "old", 1), entry(2, "other", 2)));

        PageIndex renamed = index.with(List.of(new PageIndex.Entry(
                id(1), Optional.empty(), Optional.empty(), FoldedTitle.of("new"), 1, Instant.ofEpochMilli(8), 3)));

        assertThat(find(renamed, "old", SearchOrder.RELEVANCE)).isEmpty();
        assertThat(find(renamed, "new", SearchOrder.RELEVANCE)).containsExactly(1);
        assertThat(renamed.revision()).isEqualTo(3);
        assertThat(renamed.size()).isEqualTo(2);
        assertThat(find(index, "old", SearchOrder.RELEVANCE)).containsExactly(1);
    }

    @Test
    void aCursorOutOfReachIsNoPlaceToGoOnFrom() {
        PageIndex.Entry bobs = new PageIndex.Entry(
                id(2), Optional.empty(), Optional.of(Set.of(BOB)), FoldedTitle.of("his"), 2, Instant.EPOCH, 2);
        PageIndex index = PageIndex.EMPTY.with(List.of(entry(1, "a", 1), bobs));

        for (int cursor : List.of(2, 3)) {
            assertThat(index.find(new PageSearch(
                            ALL, FoldedTitle.of(""), SearchOrder.RELEVANCE, Optional.of(id(cursor)), 10)))
                    .isEmpty();
        }
    }
}
