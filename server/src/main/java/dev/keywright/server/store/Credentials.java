package dev.keywright.server.store;

import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/** How people prove who they are: passwords as hashes, known devices, and one-time links as hashes. */
public interface Credentials {
    /** The PHC string of a person's password. */
    Optional<String> password(PersonId person);

    /** Gives a person a new password: every session but the one that is to stay ends, and every known device is forgotten. */
    void change(PersonId person, String phc, Optional<SecretHash> stays);

    /** Replaces a hash by a better one of the same password; nothing happens when it was changed meanwhile. */
    void improve(PersonId person, String before, String phc);

    /** Whether the person was signed in with this device before. */
    boolean isKnownDevice(PersonId person, SecretHash device);

    /** Remembers a device of the person; of many the oldest is forgotten. */
    void remember(PersonId person, SecretHash device, Instant now);

    /**
     * Keeps a one-time link that makes an admin, in place of those before it. When there is an admin it is not kept, those
     * before it are gone, and the answer is false, unless {@code evenSo}.
     */
    boolean offerSetup(SecretHash link, Instant ends, boolean evenSo);

    /**
     * Uses such a link: the person becomes an admin with this password, and a member of the new workspace, if there is one. A person who is there
     * already, by the email, stays who that is. Gives the admin; empty, and nothing done, when the link does not hold.
     */
    Optional<PersonId> setUp(SecretHash link, Instant now, Person person, String phc, Optional<Workspace> first);

    /** Keeps a one-time link with which a person chooses a password, in place of the person's link before it. */
    void invite(PersonId person, SecretHash link, Instant ends);

    /** The person whom a link is for, while it holds. */
    Optional<PersonId> invited(SecretHash link, Instant now);

    /**
     * Uses such a link: the person has this password and, when one is given, this name. Every session of the person before
     * ends. Gives the person; empty, and nothing done, when the link does not hold.
     */
    Optional<PersonId> accept(SecretHash link, Instant now, Optional<String> name, String phc);

    /** Deletes at most {@code most} links that have ended; gives how many. */
    int sweep(Instant now, int most);
}
