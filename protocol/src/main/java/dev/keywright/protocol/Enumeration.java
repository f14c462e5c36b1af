package dev.keywright.protocol;

import java.util.List;
import java.util.stream.Collectors;

/** Names what would have been right as the API's messages do: {@code `a`}, {@code `a` or `b`}, {@code `a`, `b`, or `c`}. */
final class Enumeration {
    private Enumeration() {}

    static String of(List<String> values) {
        List<String> quoted = values.stream().map(value -> "`" + value + "`").collect(Collectors.toList());
        int last = quoted.size() - 1;
        if (last < 2) {
            return String.join(" or ", quoted);
        }
        return String.join(", ", quoted.subList(0, last)) + ", or " + quoted.get(last);
    }
}
