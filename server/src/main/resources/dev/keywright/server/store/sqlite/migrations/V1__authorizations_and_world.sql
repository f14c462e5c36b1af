-- Identifiers are the bytes of UUIDs, times are milliseconds since 1970. "position" keeps the order in which things were given.

CREATE TABLE person (
  id         BLOB NOT NULL PRIMARY KEY,
  position   INTEGER NOT NULL,
  email      TEXT NOT NULL UNIQUE,
  name       TEXT,
  avatar_url TEXT
) WITHOUT ROWID;

CREATE TABLE workspace (
  id       BLOB NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  icon     TEXT
) WITHOUT ROWID;

CREATE TABLE workspace_member (
  workspace_id BLOB NOT NULL REFERENCES workspace (id),
  position     INTEGER NOT NULL,
  person_id    BLOB NOT NULL REFERENCES person (id),
  PRIMARY KEY (workspace_id, position)
) WITHOUT ROWID;

CREATE TABLE page (
  id           BLOB NOT NULL PRIMARY KEY,
  workspace_id BLOB NOT NULL REFERENCES workspace (id),
  position     INTEGER NOT NULL,
  parent_id    BLOB,
  title        TEXT NOT NULL,
  visibility   TEXT NOT NULL CHECK (visibility IN ('inherited', 'everyone', 'only')),
  created_at   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX page_of_workspace ON page (workspace_id, position);

CREATE TABLE page_viewer (
  page_id   BLOB NOT NULL REFERENCES page (id),
  person_id BLOB NOT NULL REFERENCES person (id),
  PRIMARY KEY (page_id, person_id)
) WITHOUT ROWID;

CREATE TABLE connection (
  client_id        BLOB NOT NULL PRIMARY KEY,
  position         INTEGER NOT NULL,
  name             TEXT NOT NULL,
  icon             TEXT,
  website          TEXT,
  owner_id         BLOB REFERENCES person (id),
  capabilities     TEXT NOT NULL,
  template_page_id BLOB,
  any_workspace    INTEGER NOT NULL,
  refresh_tokens   INTEGER NOT NULL,
  require_pkce     INTEGER NOT NULL,
  disabled         INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE connection_secret (
  client_id BLOB NOT NULL REFERENCES connection (client_id),
  position  INTEGER NOT NULL,
  sha256    TEXT NOT NULL,
  readable  TEXT,
  PRIMARY KEY (client_id, position)
) WITHOUT ROWID;

CREATE TABLE connection_redirect_uri (
  client_id BLOB NOT NULL REFERENCES connection (client_id),
  position  INTEGER NOT NULL,
  uri       TEXT NOT NULL,
  PRIMARY KEY (client_id, position)
) WITHOUT ROWID;

CREATE TABLE connection_workspace (
  client_id    BLOB NOT NULL REFERENCES connection (client_id),
  position     INTEGER NOT NULL,
  workspace_id BLOB NOT NULL REFERENCES workspace (id),
  PRIMARY KEY (client_id, position)
) WITHOUT ROWID;

-- One row is one authorization for its whole life. A refresh changes numbers in place; the row never grows. The live rows of
-- one bot carry the same capabilities and pages: those of its last redeemed consent.
CREATE TABLE authorization (
  id                    BLOB NOT NULL PRIMARY KEY,
  version               INTEGER NOT NULL,
  status                INTEGER NOT NULL CHECK (status IN (0, 1, 2)),
  client_id             BLOB NOT NULL,
  workspace_id          BLOB NOT NULL,
  person_id             BLOB NOT NULL,
  bot_id                BLOB NOT NULL,
  consented_at          INTEGER NOT NULL,
  generation            INTEGER NOT NULL,
  current_key           INTEGER,
  current_since         INTEGER,
  previous_key          INTEGER,
  previous_since        INTEGER,
  end_reason            TEXT,
  ended_at              INTEGER,
  external_account_key  TEXT,
  external_account_name TEXT,
  bot_capabilities      INTEGER,
  bot_pages             BLOB
) WITHOUT ROWID;

CREATE INDEX authorization_of_bot ON authorization (bot_id);
CREATE INDEX authorization_ended ON authorization (ended_at) WHERE ended_at IS NOT NULL;

-- A code with the consent it stands for. The code itself is nowhere, only its SHA-256.
CREATE TABLE code (
  sha256           TEXT NOT NULL PRIMARY KEY,
  authorization_id BLOB NOT NULL,
  expires_at       INTEGER NOT NULL,
  capabilities     INTEGER NOT NULL,
  pages            BLOB NOT NULL,
  template_page_id BLOB,
  redirect_uri     TEXT,
  challenge        TEXT
) WITHOUT ROWID;

CREATE INDEX code_of_authorization ON code (authorization_id);
CREATE INDEX code_by_expiry ON code (expires_at);
