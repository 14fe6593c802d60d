-- The contact in whose place this one comes once it is confirmed: until then that one is told.
ALTER TABLE contact ADD COLUMN replaces_id int REFERENCES contact ON DELETE SET NULL;
CREATE INDEX contact_replaces_id_idx ON contact (replaces_id) WHERE replaces_id IS NOT NULL;
