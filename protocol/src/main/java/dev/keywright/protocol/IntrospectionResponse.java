package dev.keywright.protocol;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The answer of the introspection endpoint (RFC 7662 §2.2, and Notion's recorded form of it). */
public sealed interface IntrospectionResponse extends WireBody {
    /** Unknown, foreign, expired, ended, malformed: all look the same. */
    record Inactive() implements IntrospectionResponse {
        @Override
        public void writeFields(JsonGenerator json) {
            json.writeBooleanProperty("active", false);
        }
    }

    /** An active token in Notion's form: {@code iat} is milliseconds. */
    record Active(String scope, Instant issuedAt) implements IntrospectionResponse {
        @Override
        public void writeFields(JsonGenerator json) {
            json.writeBooleanProperty("active", true);
            json.writeStringProperty("scope", scope);
            json.writeNumberProperty("iat", issuedAt.toEpochMilli());
        }
    }

    /** An active token in the form of RFC 7662: times are seconds. */
    record ActiveInDetail(
            String scope,
            Instant issuedAt,
            ClientId client,
            Optional<Instant> expiresAt,
            BotId bot,
            WorkspaceId workspace)
            implements IntrospectionResponse {
        @Override
        public void writeFields(JsonGenerator json) {
            json.writeBooleanProperty("active", true);
            json.writeStringProperty("scope", scope);
            json.writeNumberProperty("iat", issuedAt.getEpochSecond());
            json.writeStringProperty("client_id", client.toString());
            json.writeStringProperty("token_type", "bearer");
            expiresAt.ifPresent(end -> json.writeNumberProperty("exp", end.getEpochSecond()));
            json.writeStringProperty("sub", bot.toString());
            json.writeStringProperty("workspace_id", workspace.toString());
        }
    }
}
