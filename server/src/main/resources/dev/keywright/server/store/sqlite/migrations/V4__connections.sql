-- What the developer console and the list of one's own connections need.

ALTER TABLE connection ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE connection ADD COLUMN internal INTEGER NOT NULL DEFAULT 0;

CREATE INDEX connection_of_owner ON connection (owner_id, position);

-- When the server made the secret, and its last characters, by which people tell two apart; null for one that was given.
ALTER TABLE connection_secret ADD COLUMN made_at INTEGER;
ALTER TABLE connection_secret ADD COLUMN ending TEXT;
ALTER TABLE connection_secret ADD COLUMN last_used_at INTEGER;

-- The id of a deleted connection is never given to another. "settled" once no authorization of it can be left.
CREATE TABLE deleted_connection (
  client_id  BLOB NOT NULL PRIMARY KEY,
  deleted_at INTEGER NOT NULL,
  settled    INTEGER NOT NULL
) WITHOUT ROWID;

-- Written at most hourly, and no part of what decisions see: it raises no version.
ALTER TABLE authorization ADD COLUMN last_used_at INTEGER;

CREATE INDEX authorization_of_client ON authorization (client_id, bot_id) WHERE status <> 2;
-- In place of the one by person and workspace: a person has few, and this one gives the bots of a person in order.
DROP INDEX IF EXISTS authorization_of_member;
CREATE INDEX authorization_of_person ON authorization (person_id, bot_id);
