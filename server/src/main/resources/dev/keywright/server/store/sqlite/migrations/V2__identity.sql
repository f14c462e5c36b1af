-- Who may sign in, and who is. Of secrets of ours only the SHA-256 is here; of passwords the Argon2id hash, with its parameters.

ALTER TABLE person ADD COLUMN admin INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN active INTEGER NOT NULL DEFAULT 1;

CREATE INDEX person_by_position ON person (position);
CREATE INDEX person_by_folded_email ON person (lower(email));
CREATE INDEX workspace_member_person ON workspace_member (person_id);
CREATE INDEX authorization_of_member ON authorization (person_id, workspace_id);

CREATE TABLE session (
  sha256       TEXT NOT NULL PRIMARY KEY,
  person_id    BLOB NOT NULL REFERENCES person (id),
  started_at   INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX session_of_person ON session (person_id);
CREATE INDEX session_by_last_seen ON session (last_seen_at);
CREATE INDEX session_by_start ON session (started_at);

CREATE TABLE password (
  person_id BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
  phc       TEXT NOT NULL
) WITHOUT ROWID;

-- Browsers in which a person has signed in: failures of others do not slow these down.
CREATE TABLE device (
  person_id   BLOB NOT NULL REFERENCES person (id),
  sha256      TEXT NOT NULL,
  known_since INTEGER NOT NULL,
  PRIMARY KEY (person_id, sha256)
) WITHOUT ROWID;

-- One-time links. One with a person lets that person choose a password; one without makes the first admin.
CREATE TABLE invitation (
  sha256     TEXT NOT NULL PRIMARY KEY,
  person_id  BLOB REFERENCES person (id),
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX invitation_of_person ON invitation (person_id);
CREATE INDEX invitation_by_expiry ON invitation (expires_at);
