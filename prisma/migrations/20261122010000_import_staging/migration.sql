-- What files say, before it is checked and merged. Rows of one run are gone when it ends; those of a killed run at the next start.
-- Unlogged, since a crash ends the run anyway, and without keys: each run scans its rows as a set.
ALTER TABLE import_run ADD COLUMN touched_at timestamptz(3) NOT NULL DEFAULT now();

CREATE SCHEMA staging;

CREATE UNLOGGED TABLE staging.rejected_row (
  run_id int NOT NULL,
  line int NOT NULL,
  field text NOT NULL,
  reason text NOT NULL,
  params jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (run_id, line)
);

CREATE UNLOGGED TABLE staging.address (
  run_id int NOT NULL,
  line int NOT NULL,
  country text NOT NULL,
  municipality text NOT NULL,
  municipality_key text NOT NULL,
  street_type text NOT NULL,
  street text NOT NULL,
  street_key text NOT NULL,
  number int NOT NULL,
  suffix text NOT NULL,
  postcode text,
  district text,
  lat float8 NOT NULL,
  lon float8 NOT NULL
);

CREATE UNLOGGED TABLE staging.service_point (
  run_id int NOT NULL,
  line int NOT NULL,
  service service NOT NULL,
  code text NOT NULL,
  kind service_point_kind,
  units int,
  street_id int,
  address_id int,
  lat float8,
  lon float8
);

CREATE UNLOGGED TABLE staging.account (
  run_id int NOT NULL,
  line int NOT NULL,
  number text NOT NULL,
  service service NOT NULL,
  service_point text NOT NULL,
  meter_number text,
  eic_code text,
  holder_name text,
  active boolean
);

CREATE UNLOGGED TABLE staging.contact (
  run_id int NOT NULL,
  line int NOT NULL,
  account text,
  street_id int,
  address_id int,
  account_id int,
  channel channel NOT NULL,
  value text NOT NULL,
  language text,
  role subscription_role NOT NULL,
  state contact_state NOT NULL,
  contact_id int,
  person_id int,
  outcome text NOT NULL DEFAULT 'unchanged'
);
