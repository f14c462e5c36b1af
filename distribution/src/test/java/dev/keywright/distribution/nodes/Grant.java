package dev.keywright.distribution.nodes;

import dev.keywright.distribution.App;
import dev.keywright.distribution.nodes.Call.Accepted;
import dev.keywright.distribution.nodes.Call.Answer;
import dev.keywright.distribution.nodes.Call.Issued;
import dev.keywright.distribution.nodes.Call.Kind;
import dev.keywright.distribution.nodes.Call.Refused;
import java.util.Optional;

/** One authorization as its app knows it, from what was answered. */
final class Grant {
    private final int number;
    private final String code;
    private final Person person;
    private Optional<App.Pair> pair = Optional.empty();
    private boolean over;

    /** What a person allowed: a code that nobody has used. */
    Grant(int number, String code, Person person) {
        this.number = number;
        this.code = code;
        this.person = person;
    }

    /** What histories call it. */
    int number() {
        return number;
    }

    String code() {
        return code;
    }

    Person person() {
        return person;
    }

    boolean isOfSamePerson(Grant other) {
        return other.person == person;
    }

    /** The newest pair. */
    Optional<App.Pair> pair() {
        return pair;
    }

    boolean unused() {
        return pair.isEmpty() && !over;
    }

    boolean live() {
        return pair.isPresent() && !over;
    }

    /** Nothing of it is honoured any more. */
    void end() {
        over = true;
    }

    /** What an answer tells. */
    void learn(Kind kind, Answer answer) {
        if (answer instanceof Issued(App.Pair issued)) {
            pair = Optional.of(issued);
        }
        over = over
                || switch (kind) {
                    case EXCHANGE, REFRESH -> answer instanceof Refused;
                    case REVOKE -> answer instanceof Accepted;
                    // An access token may just have been replaced; who disconnects tells all grants of the person.
                    case USE, DISCONNECT -> false;
                };
    }
}
