package dev.keywright.server.settings;

/** Where a value came from. */
public sealed interface Source {
    /** As a message and the listing say it: {@code flag --port}. */
    String words();

    /** The command line. */
    record Flag(String flag) implements Source {
        @Override
        public String words() {
            return "flag " + flag;
        }
    }

    /** An environment variable. */
    record Environment(String variable) implements Source {
        @Override
        public String words() {
            return "environment " + variable;
        }
    }

    /** A line of the settings file. */
    record File(String file, int line) implements Source {
        @Override
        public String words() {
            return "file " + file + " line " + line;
        }
    }

    /** Nobody gave one. */
    record Default() implements Source {
        @Override
        public String words() {
            return "default";
        }
    }
}
