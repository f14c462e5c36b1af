package dev.keywright.bench;

import dev.keywright.bench.load.Workload;

/** The kinds of traffic, as the tables call them. */
enum Kind {
    CODE_EXCHANGE("code exchange") {
        @Override
        Workload workload(Talk talk) {
            return talk.traffic().codeExchanges(talk.redirectUri(), talk.codes());
        }
    },
    REFRESH("refresh") {
        @Override
        Workload workload(Talk talk) {
            return talk.traffic().refreshChains();
        }
    },
    REFRESH_AT_RANDOM("refresh at random") {
        @Override
        Workload workload(Talk talk) {
            return talk.traffic().refreshes();
        }
    },
    INTROSPECTION("introspection") {
        @Override
        Workload workload(Talk talk) {
            return talk.traffic().introspections();
        }
    },
    USERS_ME("users/me") {
        @Override
        Workload workload(Talk talk) {
            return talk.traffic().usersMe();
        }
    },
    PAGES("pages/{id}") {
        @Override
        Workload workload(Talk talk) {
            return talk.traffic().pages(talk.pages());
        }
    },
    FORWARD_AUTH("forward-auth") {
        @Override
        Workload workload(Talk talk) {
            return talk.traffic().forwardAuth();
        }
    };

    private final String shown;

    Kind(String shown) {
        this.shown = shown;
    }

    /** What is said. */
    abstract Workload workload(Talk talk);

    @Override
    public String toString() {
        return shown;
    }
}
