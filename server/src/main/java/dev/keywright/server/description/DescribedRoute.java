package dev.keywright.server.description;

import java.util.Locale;

/**
 * One route of the API.
 *
 * @param path with names in braces, as both the table of routes and OpenAPI write them
 */
public record DescribedRoute(String method, String path, Operation operation) {
    /** What programs call it: made of its method and path, so that no two have the same. */
    String id() {
        String words = path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
        return method.toLowerCase(Locale.ROOT) + "_" + words;
    }
}
