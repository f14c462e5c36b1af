-- Identifiers are the bytes of UUIDs, times are milliseconds since 1970, flags are 0 or 1. "position" keeps the order in
-- which things were given. The statements are those of SQLite (store.sql), and so are the types.

CREATE TABLE person (
  id         bytea   NOT NULL PRIMARY KEY,
  position   bigint  NOT NULL,
  email      text    NOT NULL UNIQUE,
  name       text,
  avatar_url text,
  admin      integer NOT NULL DEFAULT 0,
  active     integer NOT NULL DEFAULT 1
);

CREATE INDEX person_by_position ON person (position);
CREATE INDEX person_by_folded_email ON person (lower(email));

CREATE TABLE workspace (
  id       bytea  NOT NULL PRIMARY KEY,
  position bigint NOT NULL,
  name     text   NOT NULL,
  icon     text
);

CREATE TABLE workspace_member (
  workspace_id bytea  NOT NULL REFERENCES workspace (id),
  position     bigint NOT NULL,
  person_id    bytea  NOT NULL REFERENCES person (id),
  PRIMARY KEY (workspace_id, position)
);

CREATE INDEX workspace_member_person ON workspace_member (person_id);

-- "audience_id" is the page whose list of viewers holds for this one: null when every member can see it. "revision" is
-- which change of the workspace wrote the page last: whoever keeps the titles in memory reads what came since.
CREATE TABLE page (
  id           bytea  NOT NULL PRIMARY KEY,
  workspace_id bytea  NOT NULL REFERENCES workspace (id),
  position     bigint NOT NULL,
  parent_id    bytea,
  title        text   NOT NULL,
  folded_title text   NOT NULL,
  visibility   text   NOT NULL CHECK (visibility IN ('inherited', 'everyone', 'only')),
  audience_id  bytea,
  created_at   bigint NOT NULL,
  edited_at    bigint NOT NULL,
  revision     bigint NOT NULL
);

CREATE INDEX page_of_workspace ON page (workspace_id, position);
CREATE INDEX page_of_parent ON page (parent_id, position);
CREATE INDEX page_outermost ON page (workspace_id, position) WHERE parent_id IS NULL OR visibility <> 'inherited';
CREATE INDEX page_by_revision ON page (workspace_id, revision);

CREATE TABLE page_viewer (
  page_id   bytea NOT NULL REFERENCES page (id),
  person_id bytea NOT NULL REFERENCES person (id),
  PRIMARY KEY (page_id, person_id)
);

CREATE TABLE connection (
  client_id        bytea   NOT NULL PRIMARY KEY,
  version          bigint  NOT NULL DEFAULT 1,
  position         bigint  NOT NULL,
  name             text    NOT NULL,
  icon             text,
  website          text,
  owner_id         bytea REFERENCES person (id),
  capabilities     text    NOT NULL,
  template_page_id bytea,
  any_workspace    integer NOT NULL,
  internal         integer NOT NULL DEFAULT 0,
  refresh_tokens   integer NOT NULL,
  require_pkce     integer NOT NULL,
  disabled         integer NOT NULL
);

CREATE INDEX connection_of_owner ON connection (owner_id, position);

-- When the server made the secret, and its last characters, by which people tell two apart; null for one that was given.
CREATE TABLE connection_secret (
  client_id    bytea  NOT NULL REFERENCES connection (client_id),
  position     bigint NOT NULL,
  sha256       text   NOT NULL,
  readable     text,
  made_at      bigint,
  ending       text,
  last_used_at bigint,
  PRIMARY KEY (client_id, position)
);

CREATE TABLE connection_redirect_uri (
  client_id bytea  NOT NULL REFERENCES connection (client_id),
  position  bigint NOT NULL,
  uri       text   NOT NULL,
  PRIMARY KEY (client_id, position)
);

CREATE TABLE connection_workspace (
  client_id    bytea  NOT NULL REFERENCES connection (client_id),
  position     bigint NOT NULL,
  workspace_id bytea  NOT NULL REFERENCES workspace (id),
  PRIMARY KEY (client_id, position)
);

CREATE INDEX connection_workspace_of_workspace ON connection_workspace (workspace_id);

-- The id of a deleted connection is never given to another. "settled" once no authorization of it can be left.
CREATE TABLE deleted_connection (
  client_id  bytea   NOT NULL PRIMARY KEY,
  deleted_at bigint  NOT NULL,
  settled    integer NOT NULL
);

-- APIs that may ask what any token is worth.
CREATE TABLE resource_server (
  client_id    bytea  NOT NULL PRIMARY KEY,
  name         text   NOT NULL UNIQUE,
  sha256       text   NOT NULL,
  made_at      bigint NOT NULL,
  last_used_at bigint
);

-- One row is one authorization for its whole life. The live rows of one bot carry the same capabilities and pages: those
-- of its last redeemed consent. "operation" names the write that a node made last: when the connection was lost before
-- the answer, it tells that node that the write had succeeded. Rows are updated in place, so pages keep room for that.
CREATE TABLE "authorization" (
  id                    bytea   NOT NULL PRIMARY KEY,
  version               bigint  NOT NULL,
  status                integer NOT NULL CHECK (status IN (0, 1, 2)),
  client_id             bytea   NOT NULL,
  workspace_id          bytea   NOT NULL,
  person_id             bytea   NOT NULL,
  bot_id                bytea   NOT NULL,
  consented_at          bigint  NOT NULL,
  generation            bigint  NOT NULL,
  current_key           integer,
  current_since         bigint,
  previous_key          integer,
  previous_since        bigint,
  end_reason            text,
  ended_at              bigint,
  external_account_key  text,
  external_account_name text,
  bot_capabilities      integer,
  bot_pages             bytea,
  last_used_at          bigint,
  operation             bytea
) WITH (fillfactor = 80);

CREATE INDEX authorization_of_bot ON "authorization" (bot_id);
CREATE INDEX authorization_ended ON "authorization" (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX authorization_of_client ON "authorization" (client_id, bot_id) WHERE status <> 2;
CREATE INDEX authorization_of_person ON "authorization" (person_id, bot_id);

-- A code with the consent it stands for. The code itself is nowhere, only its SHA-256.
CREATE TABLE code (
  sha256           text    NOT NULL PRIMARY KEY,
  authorization_id bytea   NOT NULL,
  expires_at       bigint  NOT NULL,
  capabilities     integer NOT NULL,
  pages            bytea   NOT NULL,
  template_page_id bytea,
  redirect_uri     text,
  challenge        text
);

CREATE INDEX code_of_authorization ON code (authorization_id);
CREATE INDEX code_by_expiry ON code (expires_at);

-- Authorization requests that are before a person. Named by the SHA-256 of what the page's address has; "session" is the
-- SHA-256 that the session is kept under.
CREATE TABLE consent_transaction (
  sha256       text    NOT NULL PRIMARY KEY,
  session      text    NOT NULL,
  person_id    bytea   NOT NULL,
  query        text    NOT NULL,
  workspace_id bytea   NOT NULL,
  pages        bytea   NOT NULL,
  answered     integer NOT NULL,
  started_at   bigint  NOT NULL
);

CREATE INDEX consent_transaction_of_session ON consent_transaction (session, started_at);
CREATE INDEX consent_transaction_by_start ON consent_transaction (started_at);

CREATE TABLE session (
  sha256       text   NOT NULL PRIMARY KEY,
  person_id    bytea  NOT NULL REFERENCES person (id),
  started_at   bigint NOT NULL,
  last_seen_at bigint NOT NULL
);

CREATE INDEX session_of_person ON session (person_id);
CREATE INDEX session_by_last_seen ON session (last_seen_at);
CREATE INDEX session_by_start ON session (started_at);

-- Argon2id hashes, with their parameters.
CREATE TABLE password (
  person_id bytea NOT NULL PRIMARY KEY REFERENCES person (id),
  phc       text  NOT NULL
);

-- Browsers in which a person has signed in: failures of others do not slow these down.
CREATE TABLE device (
  person_id   bytea  NOT NULL REFERENCES person (id),
  sha256      text   NOT NULL,
  known_since bigint NOT NULL,
  PRIMARY KEY (person_id, sha256)
);

-- One-time links. One with a person lets that person choose a password; one without makes the first admin.
CREATE TABLE invitation (
  sha256     text   NOT NULL PRIMARY KEY,
  person_id  bytea REFERENCES person (id),
  expires_at bigint NOT NULL
);

CREATE INDEX invitation_of_person ON invitation (person_id);
CREATE INDEX invitation_by_expiry ON invitation (expires_at);

-- The emulator's rate limits: one row, or none. Null: no limit.
CREATE TABLE rate_limit (
  requests_per_minute    integer,
  failed_authentications integer
);

-- Raised by every transaction that changes a connection, a person, a workspace, a page or a resource server: what a node
-- keeps of these in memory holds as long as the number stays. One row.
CREATE TABLE name_revision (
  revision bigint NOT NULL
);

INSERT INTO name_revision (revision) VALUES (0);
