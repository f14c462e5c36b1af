package dev.keywright.server.http;

import dev.keywright.protocol.NearMiss;
import java.util.Optional;

/**
 * Why a request was answered as it was: for journal and log, never for the client.
 *
 * @param reason why it was refused, or what its sender should know although it was not
 * @param advice what to change, where the reason does not say it
 * @param nearMiss what came and what would have been right, where one of them is nearly the other
 */
public record Explanation(String reason, Optional<String> advice, Optional<NearMiss> nearMiss) {
    /** A reason that says it all. */
    public Explanation(String reason) {
        this(reason, Optional.empty(), Optional.empty());
    }

    /** A reason, and what to change. */
    public Explanation(String reason, String advice) {
        this(reason, Optional.of(advice), Optional.empty());
    }

    /** This explanation of something that missed by little. */
    public Explanation by(NearMiss miss) {
        return new Explanation(reason, advice, Optional.of(miss));
    }

    /** Reason and advice, as one sentence. */
    public String sentence() {
        return reason + advice.map(what -> "; " + what).orElse("");
    }
}
