package dev.keywright.server.world;

import dev.keywright.protocol.Clip;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.document.Complaint;
import dev.keywright.server.document.Fields;
import dev.keywright.server.document.Nearest;
import dev.keywright.server.document.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The people of a world file, by the email that the rest of the file names them with. */
final class People {
    /** What a person has. */
    static final List<String> FIELDS = List.of("id", "email", "name", "avatar_url");

    private final Map<String, Person> byEmail = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private People() {}

    static People read(List<Node> nodes, Ids ids) throws Complaint {
        People people = new People();
        for (Node node : nodes) {
            people.add(Fields.of(node, FIELDS), ids);
        }
        return people;
    }

    private void add(Fields fields, Ids ids) throws Complaint {
        String email = Words.email(fields.required("email"));
        // Mail to both would reach one person, and a person types either to sign in.
        Integer first = lines.putIfAbsent(
                email.toLowerCase(Locale.ROOT), fields.place("email").line());
        if (first != null) {
            throw fields.place("email").complaint("is already the email of the person on line " + first);
        }
        PersonId id = new PersonId(ids.take(fields, "id"));
        byEmail.put(email, new Person(id, fields.text("name"), Words.url(fields, "avatar_url"), email));
    }

    List<Person> all() {
        return List.copyOf(byEmail.values());
    }

    /** The person that an email names. */
    PersonId named(Node email) throws Complaint {
        Person person = byEmail.get(email.text());
        if (person == null) {
            throw email.place()
                    .complaint("should be the email of one of the people; \"" + Clip.name(email.text()) + "\" is not"
                            + Nearest.to(email.text(), byEmail.keySet())
                                    .map(near -> ", the nearest is " + Clip.name(near))
                                    .orElse(""));
        }
        return person.id();
    }

    /** The people that a list of emails names: at least one, each once, in order. */
    Set<PersonId> listed(Node emails) throws Complaint {
        Set<PersonId> listed = new LinkedHashSet<>();
        for (Node email : emails.items()) {
            if (!listed.add(named(email))) {
                throw email.place().complaint("is listed twice");
            }
        }
        if (listed.isEmpty()) {
            throw emails.place().complaint("should list at least one email");
        }
        return listed;
    }
}
