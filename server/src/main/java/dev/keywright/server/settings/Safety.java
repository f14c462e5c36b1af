package dev.keywright.server.settings;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with settings that are each right. Every refusal says what to do. */
final class Safety {
    private Safety() {}

    static Optional<String> problemWith(Settings settings) {
        return Stream.of(
                        plainHttp(settings),
                        plainUrlOfTls(settings),
                        addressOfNobody(settings),
                        keysInData(settings),
                        lifetimes(settings),
                        prefixes(settings),
                        sameFile(settings))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** RFC 9700 §2.6: tokens and secrets do not cross a network in clear unless an operator says so. */
    private static Optional<String> plainHttp(Settings settings) {
        if (settings.command() == Command.EMULATE || settings.allowPlainHttp()) {
            return Optional.empty();
        }
        boolean encrypted = settings.publicUrl()
                .filter(url -> "https".equals(url.getScheme()))
                .isPresent();
        if (!encrypted && settings.tls().isEmpty() && !isLoopback(settings.host())) {
            return Optional.of("host " + settings.host() + " can be reached over a network, so public_url should be the"
                    + " https URL of the proxy in front of it, or tls_certificate and tls_private_key be given; or set"
                    + " allow_plain_http to true, which lets tokens and secrets cross the network unencrypted");
        }
        return settings.publicUrl()
                .filter(url -> !encrypted && !isLoopback(url.getHost()))
                .map(url -> "public_url " + url + " should begin with https://; or set allow_plain_http to true, which"
                        + " lets tokens and secrets cross the network unencrypted");
    }

    /** Whoever follows a link that begins with http:// does not get through to a port that speaks TLS. */
    private static Optional<String> plainUrlOfTls(Settings settings) {
        return settings.publicUrl()
                .filter(url -> settings.tls().isPresent() && !"https".equals(url.getScheme()))
                .map(url -> "public_url " + url
                        + " should begin with https://, because tls_certificate makes the server" + " speak HTTPS");
    }

    /** What is listened on at every address has to be told which of them people and apps use: links and the issuer name it. */
    private static Optional<String> addressOfNobody(Settings settings) {
        return settings.command() == Command.SERVE
                        && settings.publicUrl().isEmpty()
                        && address(settings.host())
                                .filter(InetAddress::isAnyLocalAddress)
                                .isPresent()
                ? Optional.of(
                        "host " + settings.host() + " stands for all addresses of this machine, so public_url should be"
                                + " the URL under which people and apps reach it")
                : Optional.empty();
    }

    /** Whether only this machine can reach the host; no name but localhost is looked up. */
    static boolean isLoopback(String host) {
        return host.toLowerCase(Locale.ROOT).equals("localhost")
                || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static Optional<InetAddress> address(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A copy of the data, a backup say, must not be enough to make tokens. */
    private static Optional<String> keysInData(Settings settings) {
        Path keys = settings.keysFolder().toAbsolutePath().normalize();
        return settings.dataFolder()
                .filter(data -> keys.startsWith(data.toAbsolutePath().normalize()))
                .map(data -> "keys folder " + settings.keysFolder() + " should be outside the data folder " + data
                        + ", so that a copy of the data is not enough to make tokens");
    }

    private static Optional<String> lifetimes(Settings settings) {
        return Stream.of(
                        longer(
                                "access_token_lifetime",
                                settings.accessTokenLifetime(),
                                "absolute_lifetime",
                                settings.absoluteLifetime()),
                        longer(
                                "access_token_lifetime",
                                settings.accessTokenLifetime(),
                                "idle_lifetime",
                                settings.idleLifetime()),
                        longer(
                                "idle_lifetime",
                                settings.idleLifetime(),
                                "absolute_lifetime",
                                settings.absoluteLifetime()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> longer(
            String shortName, Optional<Duration> shortOne, String longName, Optional<Duration> longOne) {
        return shortOne.isPresent() && longOne.isPresent() && shortOne.get().compareTo(longOne.get()) > 0
                ? Optional.of(shortName + " " + shortOne.get() + " should be at most " + longName + " " + longOne.get())
                : Optional.empty();
    }

    private static Optional<String> prefixes(Settings settings) {
        return settings.accessTokenPrefix().equals(settings.refreshTokenPrefix())
                ? Optional.of("access_token_prefix and refresh_token_prefix are both " + settings.accessTokenPrefix()
                        + " and should differ, so that one token is never taken for the other")
                : Optional.empty();
    }

    private static Optional<String> sameFile(Settings settings) {
        Observability files = settings.observability();
        return files.auditLog()
                .filter(file -> files.accessLog().map(Safety::normal).equals(Optional.of(normal(file))))
                .map(file -> "audit_log and access_log are both " + file + " and should be two files");
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
