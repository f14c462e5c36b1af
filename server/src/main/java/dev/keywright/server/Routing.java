package dev.keywright.server;

import dev.keywright.server.http.Faults;
import dev.keywright.server.http.Router;
import dev.keywright.server.http.Routes;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.store.RateLimits;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How requests find their endpoints.
 *
 * @param emulation what stands beside them in the emulator; empty in production
 * @param stopping whether requests are better sent elsewhere
 */
record Routing(
        Settings settings,
        Surroundings surroundings,
        Store store,
        Tokens tokens,
        Optional<Emulation> emulation,
        BooleanSupplier stopping) {
    /** The router of a server that people and apps reach at this URL. */
    Router router(String publicUrl) {
        RouteTable table = table(publicUrl);
        return new Router(
                routes(table),
                settings.dialect(),
                emulation.map(Emulation::faults).orElse(Faults.NONE),
                emulation
                        .map(emulator -> surroundings.journal().and(emulator.journal()))
                        .orElse(surroundings.journal()),
                surroundings.watch(),
                table.browserPages(),
                StoreUnavailableException.class::isInstance);
    }

    /** What a server at this URL answers. */
    Routes routes(String publicUrl) {
        return routes(table(publicUrl));
    }

    private Routes routes(RouteTable table) {
        Routes routes = table.production();
        return emulation
                .map(emulator -> table.withControls(routes, emulator))
                .orElseGet(() -> table.withForwardAuth(routes));
    }

    private RouteTable table(String publicUrl) {
        Issuer issuer = new Issuer(settings.dialect(), publicUrl);
        ApiRoutes api = new ApiRoutes(surroundings, store, tokens, limits(), issuer);
        return new RouteTable(surroundings, store, tokens, api, issuer, stopping);
    }

    private RateLimits limits() {
        return emulation
                .map(emulator -> emulator.start().rateLimits())
                .orElse(new RateLimits(settings.requestsPerMinute(), settings.failedAuthenticationsPerMinute()));
    }
}
