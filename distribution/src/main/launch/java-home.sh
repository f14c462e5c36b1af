# Sourced by the scripts beside it, which say in $here where that is: sets JAVA_HOME to the runtime that the program is
# shipped with, to that of the environment when it is one of Java 25, or to a JDK 25 that is found.
if [ -x "$here/../runtime/bin/java" ]; then
  JAVA_HOME=$here/../runtime
elif [ -z "${JAVA_HOME:-}" ] || ! grep -q '^JAVA_VERSION="25[".]' "$JAVA_HOME/release" 2>/dev/null; then
  . "$here/find-jdk.sh"
fi
