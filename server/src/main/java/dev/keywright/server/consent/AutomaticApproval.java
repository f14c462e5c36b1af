package dev.keywright.server.consent;

import dev.keywright.protocol.Parameters;
import java.util.Optional;

/** Answers for the person, where nobody is asked: the emulator's automatic approval. Production has none. */
public interface AutomaticApproval {
    /** Nobody answers for a person. */
    AutomaticApproval NONE = parameters -> Optional.empty();

    /** The answer to a request with these parameters; empty when the person is to be asked. */
    Optional<PersonsAnswer> answer(Parameters parameters);
}
