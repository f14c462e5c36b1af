package dev.keywright.server.store;

import dev.keywright.protocol.PersonId;
import java.util.List;
import java.util.Optional;

/** The people who may sign in. */
public interface People {
    /** The account of a person. */
    Optional<Account> account(PersonId id);

    /** The account with this email, whatever the case of its letters. */
    Optional<Account> byEmail(String email);

    /** At most {@code most} accounts in order, after the first {@code skipped}. */
    List<Account> list(int skipped, int most);

    /** Makes the first person an admin, when nobody is one. */
    void ensureAdmin();
}
