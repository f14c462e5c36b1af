/** Something that was asked of the emulator cannot be done; the message says what was wrong and what would be right. */
export class EmulatorError extends Error {
  name = "EmulatorError";
}
