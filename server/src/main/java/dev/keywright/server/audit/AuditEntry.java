package dev.keywright.server.audit;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** An audit event as its name and its fields: what every form of the trail is written from. Names never change. */
record AuditEntry(String event, List<AuditField> fields) {
    private AuditEntry(String event, AuditField... fields) {
        this(event, List.of(fields));
    }

    static AuditEntry of(AuditEvent event) {
        return switch (event) {
            case AuditEvent.Consented(var ref, var client, var bot) ->
                new AuditEntry("consented", word("ref", ref), word("client", client), word("bot", bot));
            case AuditEvent.Redeemed(var ref, var client, var bot) ->
                new AuditEntry("redeemed", word("ref", ref), word("client", client), word("bot", bot));
            case AuditEvent.Refreshed(var ref, var client, var generation, var repeated) ->
                new AuditEntry(
                        "refreshed",
                        word("ref", ref),
                        word("client", client),
                        new AuditField.Numeric("generation", generation),
                        new AuditField.Flag("repeated", repeated));
            case AuditEvent.Ended(var ref, var client, var why) ->
                new AuditEntry("ended", word("ref", ref), word("client", client), word("why", why));
            case AuditEvent.ForeignCredential(var ref, var owner, var presentedBy) ->
                new AuditEntry(
                        "foreign_credential",
                        word("ref", ref),
                        word("owner", owner),
                        word("presented_by", presentedBy));
            case AuditEvent.GenerationAhead(var ref, var client, var presented, var current) ->
                new AuditEntry(
                        "generation_ahead",
                        word("ref", ref),
                        word("client", client),
                        new AuditField.Numeric("presented", presented),
                        new AuditField.Numeric("current", current));
            case AuditEvent.Refused(var endpoint, var client, var error, var reason) ->
                new AuditEntry(
                        "refused",
                        word("endpoint", endpoint),
                        word("client", client),
                        word("error", error),
                        text("reason", reason));
            case AuditEvent.SignedIn(var person) -> new AuditEntry("signed_in", word("person", person));
            case AuditEvent.SignInRefused(var person) -> new AuditEntry("sign_in_refused", word("person", person));
            case AuditEvent.Administered(var admin, var what, var whom) ->
                new AuditEntry("administered", word("admin", admin), word("what", what), text("whom", whom));
            case AuditEvent.ConnectionChanged(var client, var by, var what) ->
                new AuditEntry("connection_changed", word("client", client), word("by", by), text("what", what));
            case AuditEvent.InstallationChanged(var bot, var client, var by, var what) ->
                new AuditEntry(
                        "installation_changed",
                        word("bot", bot),
                        word("client", client),
                        word("by", by),
                        text("what", what));
            case AuditEvent.NothingToRevoke(var client) -> new AuditEntry("nothing_to_revoke", word("client", client));
        };
    }

    private static AuditField word(String name, Object value) {
        return new AuditField.Word(name, value.toString());
    }

    private static AuditField word(String name, Optional<?> value) {
        return value.isPresent() ? word(name, value.get()) : new AuditField.Nothing(name);
    }

    private static AuditField text(String name, String value) {
        return new AuditField.Text(name, value);
    }

    /** As words on a line: {@code signed_in person=…}. */
    String line() {
        StringBuilder line = new StringBuilder(event);
        for (AuditField field : fields) {
            line.append(' ').append(field.name()).append('=');
            switch (field) {
                case AuditField.Word(var name, var value) -> line.append(value);
                case AuditField.Text(var name, var value) ->
                    line.append('"').append(value).append('"');
                case AuditField.Numeric(var name, var value) -> line.append(value);
                case AuditField.Flag(var name, var value) -> line.append(value);
                case AuditField.Nothing(var name) -> line.append('-');
            }
        }
        return line.toString();
    }

    /** As fields of a JSON object: {@code "event":"signed_in","person":"…"}. */
    void writeTo(JsonGenerator json) {
        json.writeStringProperty("event", event);
        for (AuditField field : fields) {
            switch (field) {
                case AuditField.Word(var name, var value) -> json.writeStringProperty(name, value);
                case AuditField.Text(var name, var value) -> json.writeStringProperty(name, value);
                case AuditField.Numeric(var name, var value) -> json.writeNumberProperty(name, value);
                case AuditField.Flag(var name, var value) -> json.writeBooleanProperty(name, value);
                case AuditField.Nothing(var name) -> json.writeNullProperty(name);
            }
        }
    }
}
