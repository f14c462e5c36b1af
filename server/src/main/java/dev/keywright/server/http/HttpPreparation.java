package dev.keywright.server.http;

import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import io.helidon.webserver.http.HttpRouting;

/** What the first server of a process would wait for, done beside what else a start does. */
public final class HttpPreparation {
    private HttpPreparation() {}

    /** In somebody else's process: the library looks through every jar for the services that it offers everyone there. */
    public static void amongOthers() {
        HttpRouting.builder();
    }

    /** In a process of our own: no service is looked for, because we name what we use. */
    public static void alone() {
        ServiceRegistryConfig none = ServiceRegistryConfig.builder()
                .discoverServices(false)
                .discoverServicesFromServiceLoader(false)
                .build();
        GlobalServiceRegistry.registry(() -> ServiceRegistryManager.create(none).registry());
        HttpRouting.builder();
    }
}
