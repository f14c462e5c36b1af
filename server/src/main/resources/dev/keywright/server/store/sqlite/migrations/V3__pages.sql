-- Finding pages without reading their whole workspace.

-- The title as searching compares it; folded by the program (the next step of the migration, and every insert).
ALTER TABLE page ADD COLUMN folded_title TEXT NOT NULL DEFAULT '';

-- Whose list of viewers holds for the page: its own id, or that of the nearest page above it that has such a list. Null
-- when every member of the workspace can see it. Nothing moves pages, so it is written once.
ALTER TABLE page ADD COLUMN audience_id BLOB;

CREATE INDEX page_of_parent ON page (parent_id, position);

WITH RECURSIVE seen (id, audience_id) AS (
  SELECT id, CASE visibility WHEN 'only' THEN id END FROM page WHERE parent_id IS NULL OR visibility <> 'inherited'
  UNION ALL
  SELECT page.id, seen.audience_id FROM seen JOIN page ON page.parent_id = seen.id AND page.visibility = 'inherited'
)
UPDATE page SET audience_id = seen.audience_id FROM seen WHERE seen.id = page.id;

CREATE INDEX page_by_title ON page (workspace_id, folded_title, audience_id);
CREATE INDEX page_outermost ON page (workspace_id, position) WHERE parent_id IS NULL OR visibility <> 'inherited';

-- Authorization requests that are before a person. Named by the SHA-256 of what the page's address has; "session" is the
-- SHA-256 that the session is kept under.
CREATE TABLE consent_transaction (
  sha256       TEXT NOT NULL PRIMARY KEY,
  session      TEXT NOT NULL,
  person_id    BLOB NOT NULL,
  query        TEXT NOT NULL,
  workspace_id BLOB NOT NULL,
  pages        BLOB NOT NULL,
  answered     INTEGER NOT NULL,
  started_at   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX consent_transaction_of_session ON consent_transaction (session, started_at);
CREATE INDEX consent_transaction_by_start ON consent_transaction (started_at);
