-- "I still have no supply": said at an address when works were to be over. Nobody is named, and no contact is asked for.
CREATE TABLE supply_report (
  works_id int NOT NULL REFERENCES works,
  -- The start of the window that was to be over: every version of the works has it.
  window_start timestamptz(3) NOT NULL,
  address_id int NOT NULL REFERENCES address,
  -- Of the client, the address and the window, with the day's salt: says on that day whether the same client says it again, and nothing once
  -- the salt is gone.
  client_hash bytea NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (works_id, window_start, address_id, client_hash)
);
CREATE INDEX supply_report_address_id_idx ON supply_report (address_id);

-- One a day, and those of days before are deleted with the first report of a new one.
CREATE TABLE supply_report_salt (
  day date PRIMARY KEY,
  salt bytea NOT NULL
);

-- Imports older than that are not believed: then nobody is told that nothing is planned. Null: however old they are.
ALTER TABLE utility ADD COLUMN max_data_age_hours int CHECK (max_data_age_hours > 0);
