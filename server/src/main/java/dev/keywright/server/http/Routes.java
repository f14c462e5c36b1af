package dev.keywright.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which endpoint answers which method and path: the one table that routing goes by. */
public final class Routes {
    private final Map<String, Map<String, Endpoint>> endpoints = new LinkedHashMap<>();

    /** Adds an endpoint; gives this table. */
    public Routes add(String method, String path, Endpoint endpoint) {
        endpoints.computeIfAbsent(path, key -> new TreeMap<>()).put(method, endpoint);
        return this;
    }

    /** The endpoint of a method and path. {@code HEAD} is answered by {@code GET}'s. */
    Optional<Endpoint> find(String method, String path) {
        Map<String, Endpoint> methods = endpoints.getOrDefault(path, Map.of());
        return Optional.ofNullable(methods.get(method.equals("HEAD") ? "GET" : method));
    }

    /** The methods of a path; none when the path is unknown. */
    List<String> methods(String path) {
        return List.copyOf(endpoints.getOrDefault(path, Map.of()).keySet());
    }
}
