package dev.keywright.server.emulator;

import dev.keywright.protocol.Parameters;
import dev.keywright.server.consent.AutomaticApproval;
import dev.keywright.server.consent.PersonsAnswer;
import java.util.Optional;

/** {@code --auto-approve}: the person allows at once, or answers what the authorization URL says. */
public final class ApproveEverything implements AutomaticApproval {
    @Override
    public Optional<PersonsAnswer> answer(Parameters parameters) {
        return switch (HeadlessAnswer.read(parameters)) {
            case HeadlessAnswer.Given(PersonsAnswer answer) -> Optional.of(answer);
            // What cannot be read is shown to the person, who can answer for himself.
            case HeadlessAnswer.Unreadable unreadable -> Optional.empty();
        };
    }
}
