package dev.keywright.server.settings;

import dev.keywright.protocol.Dialect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that can be set, checked and typed.
 *
 * @param port 0 takes a free one
 * @param worldFile fills an empty store; without one, {@code emulate} takes the built-in world and {@code serve} none
 * @param dataFolder absent where there is a database, and under {@code emulate}, which then leaves nothing behind
 * @param database never under {@code emulate}
 * @param keysFolder never inside the data folder
 * @param publicUrl scheme, host and port alone; absent, it is the URL of the ready line
 * @param autoApprove whether the authorization page answers at once; never under {@code serve}
 * @param seed what ids, codes, tokens and keys are a function of; never under {@code serve}
 * @param codeLifetime at most ten minutes (RFC 6749 §4.1.2)
 * @param rotationGrace zero turns it off
 * @param accessTokenLifetime absent: until rotated or ended
 * @param idleLifetime absent: for ever
 * @param absoluteLifetime absent: for ever
 * @param authorizationsPerBot absent: no limit
 * @param requestsPerMinute of a connection in one workspace; absent: no limit, and under {@code emulate} the world's
 * @param failedAuthenticationsPerMinute of one address; absent: no limit, and under {@code emulate} the world's
 * @param cacheMebibytes for the cache of hot rows
 * @param allowPlainHttp whether an operator said that tokens may cross a network unencrypted
 * @param tls absent: plain HTTP, as always under {@code emulate}
 * @param trustedProxies whose word is taken for where a request comes from
 * @param metrics where metrics are shown; absent: nothing is counted
 * @param adminLink whether a link that makes an admin is printed although there is one; never under {@code emulate}
 * @param stopDelay how long a server that is to stop answers on; zero under {@code emulate}
 * @param observability what an operator can read afterwards
 */
public record Settings(
        Command command,
        int port,
        String host,
        Optional<Path> worldFile,
        Optional<Path> dataFolder,
        Optional<DatabaseUrl> database,
        Path keysFolder,
        Dialect dialect,
        Optional<URI> publicUrl,
        boolean autoApprove,
        Optional<Long> seed,
        Duration codeLifetime,
        Duration rotationGrace,
        Optional<Duration> accessTokenLifetime,
        Optional<Duration> idleLifetime,
        Optional<Duration> absoluteLifetime,
        Optional<Integer> authorizationsPerBot,
        String accessTokenPrefix,
        String refreshTokenPrefix,
        Optional<Integer> requestsPerMinute,
        Optional<Integer> failedAuthenticationsPerMinute,
        int cacheMebibytes,
        boolean allowPlainHttp,
        Optional<TlsFiles> tls,
        AddressRanges trustedProxies,
        Optional<ListenAddress> metrics,
        boolean adminLink,
        Duration stopDelay,
        Observability observability) {
    /** Whether the data stays when the server stops, and the keys with it. */
    public boolean staysAfterwards() {
        return dataFolder.isPresent() || database.isPresent();
    }
}
