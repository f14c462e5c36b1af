-- What a token sees: finding what lies below a shared page without walking there; and how often it may ask.

-- When the title was last changed, or when the page was made.
ALTER TABLE page ADD COLUMN edited_at INTEGER NOT NULL DEFAULT 0;
UPDATE page SET edited_at = created_at;

-- The positions of the page and of all above it, the outermost first, eight hexadecimal digits each: what is below a page
-- begins with the page's own. Nothing moves pages, so it is written once.
ALTER TABLE page ADD COLUMN lineage TEXT NOT NULL DEFAULT '';

WITH RECURSIVE traced (id, lineage) AS (
  SELECT id, printf('%08x', position) FROM page WHERE parent_id IS NULL
  UNION ALL
  SELECT page.id, traced.lineage || printf('%08x', page.position) FROM traced JOIN page ON page.parent_id = traced.id
)
UPDATE page SET lineage = traced.lineage FROM traced WHERE traced.id = page.id;

-- Has all that a search asks for, whether of a workspace or of what is shared with a bot.
CREATE INDEX page_by_lineage ON page (workspace_id, lineage, folded_title, audience_id, edited_at, position);
DROP INDEX page_by_title;

-- The emulator's rate limits: one row, or none. Null: no limit.
CREATE TABLE rate_limit (
  requests_per_minute    INTEGER,
  failed_authentications INTEGER
);
