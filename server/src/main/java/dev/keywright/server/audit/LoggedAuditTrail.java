package dev.keywright.server.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audit events as lines of the log, one an event, under the logger {@code keywright.audit}. */
public final class LoggedAuditTrail implements AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger("keywright.audit");

    @Override
    public void record(String requestId, AuditEvent event) {
        if (LOG.isInfoEnabled()) {
            LOG.info("request_id=" + requestId + " " + line(event));
        }
    }

    private static String line(AuditEvent event) {
        return switch (event) {
            case AuditEvent.Consented(var ref, var client, var bot) ->
                "consented ref=" + ref + " client=" + client + " bot=" + bot;
            case AuditEvent.Redeemed(var ref, var client, var bot) ->
                "redeemed ref=" + ref + " client=" + client + " bot=" + bot;
            case AuditEvent.Refreshed(var ref, var client, var generation, var repeated) ->
                "refreshed ref=" + ref + " client=" + client + " generation=" + generation + " repeated=" + repeated;
            case AuditEvent.Ended(var ref, var client, var why) ->
                "ended ref=" + ref + " client=" + client + " why=" + why;
            case AuditEvent.ForeignCredential(var ref, var owner, var presentedBy) ->
                "foreign_credential ref=" + ref + " owner=" + owner + " presented_by=" + presentedBy;
            case AuditEvent.GenerationAhead(var ref, var client, var presented, var current) ->
                "generation_ahead ref=" + ref + " client=" + client + " presented=" + presented + " current=" + current;
            case AuditEvent.Refused(var endpoint, var client, var error, var reason) ->
                "refused endpoint=" + endpoint
                        + " client=" + client.map(Object::toString).orElse("-") + " error=" + error + " reason=\""
                        + reason + "\"";
            case AuditEvent.SignedIn(var person) -> "signed_in person=" + person;
            case AuditEvent.SignInRefused(var person) ->
                "sign_in_refused person=" + person.map(Object::toString).orElse("-");
            case AuditEvent.Administered(var admin, var what, var whom) ->
                "administered admin=" + admin + " what=" + what + " whom=\"" + whom + "\"";
            case AuditEvent.ConnectionChanged(var client, var by, var what) ->
                "connection_changed client=" + client + " by=" + by + " what=\"" + what + "\"";
            case AuditEvent.InstallationChanged(var bot, var client, var by, var what) ->
                "installation_changed bot=" + bot + " client=" + client + " by=" + by + " what=\"" + what + "\"";
            case AuditEvent.NothingToRevoke(var client) -> "nothing_to_revoke client=" + client;
        };
    }
}
