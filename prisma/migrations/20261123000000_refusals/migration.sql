-- Whoever left an account or an address is not brought back by the utility's next file of contacts. Their telephone or mailbox stands here as a keyed
-- digest alone. The rows of accounts and addresses are few, so the file is compared with the rows of its own.
CREATE TABLE refusal (
  id serial PRIMARY KEY,
  digest bytea NOT NULL,
  account_id int REFERENCES account ON DELETE CASCADE,
  address_id int REFERENCES address ON DELETE CASCADE,
  at timestamptz(3) NOT NULL DEFAULT now(),
  CHECK (num_nonnulls(account_id, address_id) = 1)
);
CREATE UNIQUE INDEX refusal_account_id_digest_key ON refusal (account_id, digest);
CREATE UNIQUE INDEX refusal_address_id_digest_key ON refusal (address_id, digest);

-- Rows of a file that were left out for it.
ALTER TABLE import_run ADD COLUMN left_out int NOT NULL DEFAULT 0;

-- Messages that were with a provider while their person was forgotten: the sweep takes the recipient away once it is known what became of them.
CREATE TABLE recipient_to_forget (
  message_id bigint PRIMARY KEY REFERENCES message ON DELETE CASCADE
);
