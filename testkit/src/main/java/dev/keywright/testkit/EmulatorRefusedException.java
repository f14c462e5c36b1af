package dev.keywright.testkit;

/** What a test asked of its emulator is refused; the message says what was wrong and what would be right. */
public final class EmulatorRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmulatorRefusedException(String sentence) {
        super(sentence);
    }
}
