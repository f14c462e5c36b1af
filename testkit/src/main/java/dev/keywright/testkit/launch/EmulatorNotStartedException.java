package dev.keywright.testkit.launch;

/** No emulator could be started; the message says why and what to do. */
public final class EmulatorNotStartedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With one sentence that says what is wrong and what would be right. */
    public EmulatorNotStartedException(String sentence) {
        super(sentence);
    }

    /** With one sentence that says what is wrong and what would be right, and what brought it up. */
    public EmulatorNotStartedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
