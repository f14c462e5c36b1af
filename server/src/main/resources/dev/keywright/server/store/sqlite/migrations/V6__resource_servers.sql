-- APIs that may ask what any token is worth.
CREATE TABLE resource_server (
  client_id    BLOB NOT NULL PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  sha256       TEXT NOT NULL,
  made_at      INTEGER NOT NULL,
  last_used_at INTEGER
) WITHOUT ROWID;
