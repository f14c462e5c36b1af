package dev.keywright.distribution.documents;

/**
 * A fenced block of a document.
 *
 * @param document the path of the document, from the root of the project
 * @param line where its fence is
 * @param text what stands between the fences, without the indentation of the first
 */
record Block(String document, int line, String text) {
    /** Where it is, as a compiler would say it. */
    String place() {
        return document + ":" + line;
    }

    String firstLine() {
        return text.lines().findFirst().orElse("").strip();
    }
}
