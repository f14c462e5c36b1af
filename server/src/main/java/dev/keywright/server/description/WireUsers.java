package dev.keywright.server.description;

import java.util.List;
import java.util.stream.Stream;

/** The forms that people and bots have; how much there is of a person goes by the capabilities of who asks. */
public final class WireUsers {
    private static final Member OBJECT = Member.required("object", Schema.oneOf("user"));
    private static final Member ID = Member.required("id", Schema.text("uuid"));
    private static final Member AVATAR =
            Member.required("avatar_url", Schema.text().orNull());
    private static final Member WORKSPACE_ID = Member.required("workspace_id", Schema.text("uuid"));
    private static final Member WORKSPACE_NAME =
            Member.required("workspace_name", Schema.text().orNull());

    private WireUsers() {}

    /** {@link dev.keywright.protocol.Owner}. */
    public static Schema owner() {
        return Schema.anyOf(
                        Schema.object(
                                Member.required("type", Schema.oneOf("user")),
                                Member.required("user", new Form(List.of()).owner())),
                        Schema.object(
                                Member.required("type", Schema.oneOf("workspace")),
                                Member.required("workspace", Schema.truth(true))))
                .meaning("For whom a bot acts: a person, or the workspace of an internal connection.")
                .named("Owner");
    }

    /** The bot that asks, as the body of an answer: {@link dev.keywright.protocol.BotUser}. */
    public static Schema me() {
        return new Form(List.of(WireErrors.requestId())).bot(itself()).named("Me");
    }

    /** Somebody in the workspace, in a list: a person, the bot that asks, or another bot. */
    public static Schema user() {
        return new Form(List.of()).anyone().named("User");
    }

    /** The same, as the body of an answer. */
    public static Schema foundUser() {
        return new Form(List.of(WireErrors.requestId())).anyone().named("FoundUser");
    }

    private static Schema itself() {
        Schema limits = Schema.object(Member.required("max_file_upload_size_in_bytes", Schema.wholeNumber()));
        return Schema.object(
                Member.required("owner", owner()),
                WORKSPACE_NAME,
                WORKSPACE_ID,
                Member.required("workspace_limits", limits));
    }

    /** How users look in one place: there, {@code more} is beside what each of them has. */
    private record Form(List<Member> more) {
        private Schema of(Member... own) {
            return Schema.object(Stream.concat(Stream.of(OBJECT, ID), Stream.concat(Stream.of(own), more.stream()))
                    .toList());
        }

        /** One of whom no more is told than who it is. */
        Schema partial() {
            return of();
        }

        Schema person() {
            Schema address = Schema.object(
                    Member.optional("email", Schema.text().meaning("Only for a connection that may see it.")),
                    Member.optional("email_verified", Schema.truth(true)));
            return of(
                    Member.required("name", Schema.text().orNull()),
                    AVATAR,
                    Member.required("type", Schema.oneOf("person")),
                    Member.required("person", address));
        }

        Schema bot(Schema told) {
            return of(
                    Member.required("name", Schema.text().meaning("The name of its connection.")),
                    AVATAR,
                    Member.required("type", Schema.oneOf("bot")),
                    Member.required("bot", told));
        }

        Schema owner() {
            return Schema.anyOf(person(), partial());
        }

        Schema anyone() {
            return Schema.anyOf(person(), partial(), bot(itself()), bot(Schema.object()));
        }
    }
}
