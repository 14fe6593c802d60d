-- Codes by SMS cost money, and people are paid for asking for them: to which countries they go beside the utility's own (ISO 3166-1 alpha-2).
ALTER TABLE utility ADD COLUMN sms_countries text[] NOT NULL DEFAULT '{}';

-- How many were asked for of late, by whomever.
CREATE INDEX contact_proof_created_at_idx ON contact_proof (created_at);
