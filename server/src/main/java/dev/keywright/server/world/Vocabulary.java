package dev.keywright.server.world;

import dev.keywright.protocol.Capabilities.Capability;
import dev.keywright.protocol.Capabilities.People;
import dev.keywright.server.document.Complaint;
import dev.keywright.server.document.Node;
import java.util.List;

/** The words that one field of a world file may hold, and what each means: read and written by the same table. */
record Vocabulary<T>(List<Word<T>> words) {
    record Word<T>(String word, T meaning) {}

    static final Vocabulary<Capability> CONTENT = new Vocabulary<>(List.of(
            new Word<>("read", Capability.READ_CONTENT),
            new Word<>("update", Capability.UPDATE_CONTENT),
            new Word<>("insert", Capability.INSERT_CONTENT)));

    static final Vocabulary<Capability> COMMENTS = new Vocabulary<>(
            List.of(new Word<>("read", Capability.READ_COMMENTS), new Word<>("insert", Capability.INSERT_COMMENTS)));

    static final Vocabulary<People> PEOPLE = new Vocabulary<>(List.of(
            new Word<>("none", People.NONE),
            new Word<>("without_email", People.WITHOUT_EMAIL),
            new Word<>("with_email", People.WITH_EMAIL)));

    /** What the word here means; refuses any other. */
    T read(Node node) throws Complaint {
        String given = node.oneOf(words.stream().map(Word::word).toList());
        for (Word<T> word : words) {
            if (word.word().equals(given)) {
                return word.meaning();
            }
        }
        throw new IllegalStateException("the word is one of these: " + given);
    }
}
