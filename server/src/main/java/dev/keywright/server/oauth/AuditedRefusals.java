package dev.keywright.server.oauth;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.authorization.Standing;
import java.util.List;

/** The audit events that a refused grant leaves beside the refusal itself: replays, foreign credentials, restored rows. */
final class AuditedRefusals {
    private AuditedRefusals() {}

    static List<AuditEvent> of(Redeem.Refused refused, ClientId presentedBy) {
        return switch (refused) {
            case Redeem.ForeignCode(Authorization row) -> List.of(foreign(row, presentedBy));
            case Redeem.CodeAlreadyUsed(Authorization row) ->
                List.of(new AuditEvent.Ended(row.id().ref(), presentedBy, EndReason.CODE_REPLAYED));
            case Redeem.UnknownCode unknown -> List.of();
            case Redeem.EndedBefore ended -> List.of();
            case Redeem.CodeExpired expired -> List.of();
            case Redeem.RedirectUriMissing missing -> List.of();
            case Redeem.RedirectUriNotAllowed notAllowed -> List.of();
            case Redeem.RedirectUriDiffers differs -> List.of();
            case Redeem.PkceFailed failed -> List.of();
        };
    }

    static List<AuditEvent> of(Refresh.Refused refused, ClientId presentedBy) {
        return switch (refused) {
            case Refresh.ForeignToken(Authorization row) -> List.of(foreign(row, presentedBy));
            case Refresh.Replayed(Authorization row, long presented, long current) ->
                List.of(new AuditEvent.Ended(row.id().ref(), presentedBy, EndReason.REFRESH_TOKEN_REPLAYED));
            case Refresh.NotHonoured(Authorization row, Standing.Ahead(long presented, long current)) ->
                List.of(new AuditEvent.GenerationAhead(row.id().ref(), presentedBy, presented, current));
            case Refresh.NotHonoured notHonoured -> List.of();
            case Refresh.UnknownAuthorization unknown -> List.of();
        };
    }

    static AuditEvent foreign(Authorization row, ClientId presentedBy) {
        return new AuditEvent.ForeignCredential(
                row.id().ref(), row.installation().client(), presentedBy);
    }
}
