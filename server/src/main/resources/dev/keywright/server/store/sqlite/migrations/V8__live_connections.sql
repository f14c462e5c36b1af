-- The same rows by a column that an exchange of a code does not set, which spares it a page.
DROP INDEX authorization_of_client;
CREATE INDEX authorization_of_client ON authorization (client_id, bot_id) WHERE ended_at IS NULL;
