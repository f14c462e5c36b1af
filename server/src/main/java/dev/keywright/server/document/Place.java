package dev.keywright.server.document;

/**
 * Where something stands in a document.
 *
 * @param file the name of the document, as it was given
 * @param line counted from 1
 * @param field the way from the root, such as {@code connections[0].name}; empty at the root
 */
public record Place(String file, int line, String field) {
    static Place root(String file) {
        return new Place(file, 1, "");
    }

    Place field(String name, int at) {
        return new Place(file, at, field.isEmpty() ? name : field + "." + name);
    }

    Place item(int index, int at) {
        return new Place(file, at, field + "[" + index + "]");
    }

    /** A complaint about what stands here; {@code predicate} goes on after its name: "should be …", "is …". */
    public Complaint complaint(String predicate) {
        return new Complaint(file + " line " + line + ": " + (field.isEmpty() ? "the file" : field) + " " + predicate);
    }
}
