package dev.keywright.server.audit;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.authorization.EndReason;
import java.util.Optional;

/** What happened that matters. An authorization is named by its ref; nothing here is secret. */
public sealed interface AuditEvent {
    /** A person allowed a connection. */
    record Consented(String ref, ClientId client, BotId bot) implements AuditEvent {}

    /** A code was redeemed. */
    record Redeemed(String ref, ClientId client, BotId bot) implements AuditEvent {}

    /** A pair was rotated, or the same successor was answered again. */
    record Refreshed(String ref, ClientId client, long generation, boolean repeated) implements AuditEvent {}

    /** An authorization ended. */
    record Ended(String ref, ClientId client, EndReason why) implements AuditEvent {}

    /** A client presented a code or token of another client. */
    record ForeignCredential(String ref, ClientId owner, ClientId presentedBy) implements AuditEvent {}

    /** A genuine token was ahead of its row: the database was restored from a backup. */
    record GenerationAhead(String ref, ClientId client, long presented, long current) implements AuditEvent {}

    /** A token request was refused; {@code reason} is what the client is not told. */
    record Refused(String endpoint, Optional<ClientId> client, String error, String reason) implements AuditEvent {}

    /** A person signed in with a password. */
    record SignedIn(PersonId person) implements AuditEvent {}

    /** A sign-in failed; {@code person} is whose email was named, when it is somebody's. */
    record SignInRefused(Optional<PersonId> person) implements AuditEvent {}

    /** An admin changed people, workspaces or resource servers: what was done, and to which of them. */
    record Administered(PersonId admin, String what, String whom) implements AuditEvent {}

    /** A revocation changed nothing: the token was unknown, or its authorization over. */
    record NothingToRevoke(ClientId client) implements AuditEvent {}

    /** A developer, or an admin, registered or changed a connection; {@code what} is in the server's own words. */
    record ConnectionChanged(ClientId client, PersonId by, String what) implements AuditEvent {}

    /** A person changed the pages of an installation, or ended it; {@code what} is in the server's own words. */
    record InstallationChanged(BotId bot, ClientId client, PersonId by, String what) implements AuditEvent {}
}
