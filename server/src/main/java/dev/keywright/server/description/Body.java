package dev.keywright.server.description;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of a request: an object, in any of several forms.
 *
 * @param required whether there must be one
 */
public record Body(boolean required, List<String> contentTypes, List<Member> members) {
    public Body {
        contentTypes = List.copyOf(contentTypes);
        members = List.copyOf(members);
    }

    /** JSON, which may be left out where none of it is needed. */
    public static Body json(Member... members) {
        return new Body(Stream.of(members).anyMatch(Member::required), List.of(Reply.JSON), List.of(members));
    }

    /** JSON or a form, as the content type says. */
    public static Body jsonOrForm(Member... members) {
        return new Body(true, List.of(Reply.JSON, "application/x-www-form-urlencoded"), List.of(members));
    }

    /** The same with these members too. */
    public Body with(Member... more) {
        return new Body(
                required,
                contentTypes,
                Stream.concat(members.stream(), Stream.of(more)).toList());
    }

    Schema schema() {
        return Schema.object(members);
    }

    Members json() {
        Map<String, Schema> content =
                contentTypes.stream().collect(Collectors.toMap(Function.identity(), type -> schema()));
        return new Members().put("required", required).put("content", Reply.content(content));
    }
}
