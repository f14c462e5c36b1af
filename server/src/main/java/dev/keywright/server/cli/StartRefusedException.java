package dev.keywright.server.cli;

/** The server cannot start as it was told to: a taken port, an unreadable world file, an unwritable folder. */
public final class StartRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With one sentence that says what is wrong and what would be right. */
    public StartRefusedException(String sentence) {
        super(sentence);
    }

    /** With one sentence that says what is wrong and what would be right, and what brought it up. */
    public StartRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What is wrong and what would be right. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
