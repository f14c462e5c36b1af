-- Where signing in failed, by the SHA-256 of the place; swept an hour after the last time.

CREATE TABLE sign_in_failure (
  place    TEXT NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_at  INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX sign_in_failure_by_time ON sign_in_failure (last_at);
