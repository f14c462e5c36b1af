package dev.keywright.server.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL whose parameters may be numbered, {@code ?2}, so that one can stand in several places. SQLite knows such numbers,
 * JDBC and other engines do not; so nobody is shown them.
 *
 * @param sql with a bare question mark for each parameter
 * @param order which parameter goes where, counted from zero; empty when each stands once and in order
 */
record Numbered(String sql, List<Integer> order) {
    private static final Pattern NUMBER = Pattern.compile("\\?([0-9]+)");

    static Numbered of(String sql) {
        Matcher matcher = NUMBER.matcher(sql);
        List<Integer> order = new ArrayList<>();
        String bare = matcher.replaceAll(number -> {
            order.add(Integer.parseInt(number.group(1)) - 1);
            return "?";
        });
        return new Numbered(bare, List.copyOf(order));
    }
}
