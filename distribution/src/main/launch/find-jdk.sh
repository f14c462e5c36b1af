# Sourced by the scripts that need a JDK 25: sets JAVA_HOME to one, or says that there is none and fails.
# Looks in KEYWRIGHT_JAVA_HOME, in JAVA_HOME, on PATH, and in the usual folders of Linux and macOS.

is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release" 2>/dev/null
}

home_of_java_on_path() {
  command -v java >/dev/null 2>&1 || return 0
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# A service may have no home.
: "${HOME:=}"

find_jdk_25() {
  for candidate in "${KEYWRIGHT_JAVA_HOME:-}" "${JAVA_HOME:-}"; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  candidate=$(home_of_java_on_path)
  if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
    printf '%s\n' "$candidate"
    return 0
  fi
  for candidate in \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

if ! JAVA_HOME=$(find_jdk_25); then
  echo "keywright: no JDK 25 was found in JAVA_HOME, on PATH or in the usual folders; install one (Temurin 25, for example) or set JAVA_HOME to it" >&2
  exit 2
fi
export JAVA_HOME
