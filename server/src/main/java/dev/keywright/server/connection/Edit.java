package dev.keywright.server.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One change of a connection: a pure function from what is registered to what shall be. The store runs it where the
 * connection cannot change under it.
 */
public sealed interface Edit {
    /** Decides on the connection as it stands. */
    Edited decide(Registration current);

    /** New details, for the version that the developer had before his eyes. */
    record NewDetails(long seen, Details details) implements Edit {
        @Override
        public Edited decide(Registration current) {
            if (current.version() != seen) {
                return new Edited.Stale();
            }
            return details.equals(Details.of(current.connection()))
                    ? new Edited.Unchanged()
                    : new Edited.Changed(current.connection().with(details));
        }
    }

    /** One more redirect URI. */
    record AddRedirectUri(String uri, RedirectUriRules rules) implements Edit {
        @Override
        public Edited decide(Registration current) {
            if (current.connection().internalTo().isPresent()) {
                return new Edited.Refused("An internal connection asks nobody, and so has no redirect URIs.");
            }
            List<String> registered = current.connection().redirectUris();
            Optional<RedirectUriRefusal> refusal = rules.refusalOf(uri, registered);
            if (refusal.isPresent()) {
                return new Edited.Refused(refusal.get().sentence());
            }
            List<String> more = new ArrayList<>(registered);
            more.add(uri);
            return new Edited.Changed(current.connection().withRedirectUris(more));
        }
    }

    /** One redirect URI fewer. */
    record RemoveRedirectUri(String uri) implements Edit {
        @Override
        public Edited decide(Registration current) {
            List<String> fewer = new ArrayList<>(current.connection().redirectUris());
            return fewer.remove(uri)
                    ? new Edited.Changed(current.connection().withRedirectUris(fewer))
                    : new Edited.Unchanged();
        }
    }

    /** One more secret, while there is room for it. */
    record AddSecret(ClientSecret secret) implements Edit {
        @Override
        public Edited decide(Registration current) {
            if (current.connection().internalTo().isPresent()) {
                return new Edited.Refused("An internal connection has tokens, and no secrets.");
            }
            List<ClientSecret> live = current.connection().secrets();
            if (live.size() >= Connection.MOST_SECRETS) {
                return new Edited.Refused("There are two live secrets already. End one of them first.");
            }
            List<ClientSecret> more = new ArrayList<>(live);
            more.add(secret);
            return new Edited.Changed(current.connection().withSecrets(more));
        }
    }

    /** The end of the secret that is called by {@code ref}: nothing authenticates with it from now on. */
    record EndSecret(String ref) implements Edit {
        @Override
        public Edited decide(Registration current) {
            List<ClientSecret> fewer = new ArrayList<>(current.connection().secrets());
            return fewer.removeIf(secret -> secret.hash().ref().equals(ref))
                    ? new Edited.Changed(current.connection().withSecrets(fewer))
                    : new Edited.Unchanged();
        }
    }

    /** Off or on again. */
    record Disable(boolean off) implements Edit {
        @Override
        public Edited decide(Registration current) {
            return current.connection().disabled() == off
                    ? new Edited.Unchanged()
                    : new Edited.Changed(current.connection().disabled(off));
        }
    }
}
