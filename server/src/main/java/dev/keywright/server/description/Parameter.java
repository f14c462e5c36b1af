package dev.keywright.server.description;

/**
 * What a request has beside its body.
 *
 * @param in where it stands
 * @param meaning in a sentence
 */
public record Parameter(String name, Place in, boolean required, Schema schema, String meaning) {
    /** Where a parameter stands. */
    public enum Place {
        QUERY("query"),
        PATH("path"),
        HEADER("header");

        private final String word;

        Place(String word) {
            this.word = word;
        }
    }

    /** One of the query that may be left out. */
    public static Parameter query(String name, Schema schema, String meaning) {
        return new Parameter(name, Place.QUERY, false, schema, meaning);
    }

    /** One of the query that is needed. */
    public static Parameter neededInQuery(String name, Schema schema, String meaning) {
        return new Parameter(name, Place.QUERY, true, schema, meaning);
    }

    /** A name in braces in the path. */
    public static Parameter path(String name, Schema schema, String meaning) {
        return new Parameter(name, Place.PATH, true, schema, meaning);
    }

    /** A header that is needed. */
    public static Parameter header(String name, Schema schema, String meaning) {
        return new Parameter(name, Place.HEADER, true, schema, meaning);
    }

    Members json() {
        return new Members()
                .put("name", name)
                .put("in", in.word)
                .put("required", required)
                .put("description", meaning)
                .put("schema", schema.json());
    }
}
