-- What a token sees, and how often it may ask.

-- When the title was last changed, or when the page was made.
ALTER TABLE page ADD COLUMN edited_at INTEGER NOT NULL DEFAULT 0;

-- Which change of the workspace wrote the page last: whoever keeps the titles in memory reads what came since. Pages go
-- only when their workspace does.
ALTER TABLE page ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

UPDATE page SET edited_at = created_at, revision = position;

-- Has all that is kept of a page in memory, so that a large workspace is read in one pass.
CREATE INDEX page_by_revision
  ON page (workspace_id, revision, parent_id, audience_id, folded_title, position, edited_at);

-- Titles are searched in memory.
DROP INDEX page_by_title;

-- The emulator's rate limits: one row, or none. Null: no limit.
CREATE TABLE rate_limit (
  requests_per_minute    INTEGER,
  failed_authentications INTEGER
);
