package dev.keywright.server.document;

/**
 * Something in a document that is not as it should be. It is thrown only while a document is read: whoever reads one
 * turns it into a refusal, which is a value.
 */
public final class Complaint extends Exception {
    private static final long serialVersionUID = 1L;

    /** With one sentence for the person who wrote the document. */
    public Complaint(String sentence) {
        super(sentence, null, false, false);
    }

    /** File, line, field, and what would be right, in one line. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
