package dev.keywright.server.http;

import dev.keywright.server.description.DescribedRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which endpoint answers which method and path: the one table that routing goes by. A segment of a path may be a name in
 * braces, which takes any one segment that is not empty; a path without braces wins over one with them, and of two with
 * them the one that was added first. What no path answers, a tree may.
 */
public final class Routes {
    private final Map<String, Map<String, Endpoint>> plain = new LinkedHashMap<>();
    private final Map<PathPattern, Map<String, Endpoint>> patterns = new LinkedHashMap<>();
    private final Map<String, Endpoint> trees = new LinkedHashMap<>();

    /** What a path leads to, and what it has in the places that the pattern names. */
    record Found(Endpoint endpoint, Map<String, String> captured) {}

    /** Adds an endpoint; gives this table. */
    public Routes add(String method, String path, Endpoint endpoint) {
        Map<String, Endpoint> methods = path.indexOf('{') < 0
                ? plain.computeIfAbsent(path, key -> new TreeMap<>())
                : patterns.computeIfAbsent(PathPattern.of(path), key -> new TreeMap<>());
        methods.put(method, endpoint);
        return this;
    }

    /** Adds an endpoint that answers every method, at a path and everywhere below it; gives this table. */
    public Routes addTree(String path, Endpoint endpoint) {
        trees.put(path, endpoint);
        return this;
    }

    /** The endpoint of a method and path. {@code HEAD} is answered by {@code GET}'s. */
    Optional<Found> find(String method, String path) {
        return matching(path)
                .flatMap(match -> Optional.ofNullable(match.methods().get(method.equals("HEAD") ? "GET" : method))
                        .map(endpoint -> new Found(endpoint, match.captured())))
                .or(() -> tree(path).map(endpoint -> new Found(endpoint, Map.of())));
    }

    private Optional<Endpoint> tree(String path) {
        return treeOver(path).map(Map.Entry::getValue);
    }

    private Optional<Map.Entry<String, Endpoint>> treeOver(String path) {
        return trees.entrySet().stream()
                .filter(tree -> (path + "/").startsWith(tree.getKey() + "/"))
                .findFirst();
    }

    /** The pattern that a path is of, as it was added, whatever the method; empty when the path is unknown. */
    Optional<String> pattern(String path) {
        return matching(path).map(Match::pattern).or(() -> treeOver(path).map(Map.Entry::getKey));
    }

    /** The routes of the API, in the order of their paths: all but the pages that people see. */
    public List<DescribedRoute> described() {
        return routes().filter(route -> route.endpoint() instanceof ApiEndpoint)
                .map(route -> new DescribedRoute(
                        route.method(), route.path(), ((ApiEndpoint) route.endpoint()).operation(route.method())))
                .toList();
    }

    /** One line of the table. */
    public record Route(String method, String path, Endpoint endpoint) {}

    /** The whole table. A tree is there once, with {@code GET}. */
    public Stream<Route> routes() {
        Stream<Route> some = Stream.concat(
                        plain.entrySet().stream().map(path -> Map.entry(path.getKey(), path.getValue())),
                        patterns.entrySet().stream()
                                .map(path -> Map.entry(path.getKey().written(), path.getValue())))
                .flatMap(path -> path.getValue().entrySet().stream()
                        .map(method -> new Route(method.getKey(), path.getKey(), method.getValue())));
        return Stream.concat(
                some, trees.entrySet().stream().map(tree -> new Route("GET", tree.getKey(), tree.getValue())));
    }

    /** The methods of a path; none when the path is unknown. */
    List<String> methods(String path) {
        return matching(path)
                .map(match -> List.copyOf(match.methods().keySet()))
                .orElse(List.of());
    }

    private record Match(String pattern, Map<String, Endpoint> methods, Map<String, String> captured) {}

    private Optional<Match> matching(String path) {
        Optional<Map<String, Endpoint>> exact = Optional.ofNullable(plain.get(path));
        if (exact.isPresent()) {
            return Optional.of(new Match(path, exact.get(), Map.of()));
        }
        List<String> actual = PathPattern.split(path);
        for (Map.Entry<PathPattern, Map<String, Endpoint>> pattern : patterns.entrySet()) {
            if (pattern.getKey().matches(actual)) {
                return Optional.of(new Match(
                        pattern.getKey().written(),
                        pattern.getValue(),
                        pattern.getKey().captured(actual)));
            }
        }
        return Optional.empty();
    }

    /** A path with names in braces, segment by segment. */
    private record PathPattern(String written, List<String> segments) {
        static PathPattern of(String path) {
            return new PathPattern(path, split(path));
        }

        /** The segments of a path. Done by hand: every request for a page by its id comes by here twice. */
        static List<String> split(String path) {
            List<String> segments = new ArrayList<>();
            int from = 0;
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
                segments.add(path.substring(from, slash));
                from = slash + 1;
            }
            segments.add(path.substring(from));
            return segments;
        }

        private static boolean isName(String segment) {
            return segment.startsWith("{");
        }

        boolean matches(List<String> actual) {
            if (actual.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < segments.size(); i++) {
                String segment = segments.get(i);
                boolean fits = isName(segment) ? !actual.get(i).isEmpty() : segment.equals(actual.get(i));
                if (!fits) {
                    return false;
                }
            }
            return true;
        }

        Map<String, String> captured(List<String> actual) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < segments.size(); i++) {
                String segment = segments.get(i);
                if (isName(segment)) {
                    values.put(segment.substring(1, segment.length() - 1), actual.get(i));
                }
            }
            return values;
        }
    }
}
