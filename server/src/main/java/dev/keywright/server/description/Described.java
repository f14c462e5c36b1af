package dev.keywright.server.description;

/** What can say what it takes and what it answers. */
public interface Described {
    /**
     * The description.
     *
     * @param method the HTTP method that it is asked with, where it takes several
     */
    Operation operation(String method);
}
