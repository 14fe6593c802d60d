-- Customers: how they come in, what they want to hear of, and the people without a contract beside them.

-- What one subscription hears of. Nothing sends the last two yet: the wish is kept.
CREATE TYPE topic AS ENUM ('planned_works', 'on_the_day', 'progress', 'meter_visits', 'bills');

ALTER TYPE subscription_role ADD VALUE 'family';
ALTER TYPE subscription_role ADD VALUE 'tenant';
ALTER TYPE subscription_role ADD VALUE 'carer';

ALTER TABLE subscription
  ADD COLUMN topics topic[] NOT NULL DEFAULT '{planned_works,on_the_day,progress}',
  -- Nothing is told before; 'infinity': until somebody resumes it.
  ADD COLUMN paused_until timestamptz(3),
  -- Enrolled without a contract: dropped then unless somebody says that they still live there. Null: for as long as the contract.
  ADD COLUMN renew_by timestamptz(3),
  ADD COLUMN renewal_asked_at timestamptz(3);
CREATE INDEX subscription_renew_by_idx ON subscription (renew_by) WHERE renew_by IS NOT NULL;

-- Quiet hours of one's own, "22:00" to "07:00" in the utility's zone; beside the utility's.
ALTER TABLE contact
  ADD COLUMN quiet_from text,
  ADD COLUMN quiet_to text,
  -- A chat in a group: the topic in which the bot speaks.
  ADD COLUMN thread_id int,
  ADD CONSTRAINT contact_quiet CHECK ((quiet_from IS NULL) = (quiet_to IS NULL));

CREATE TYPE customer_sign_in_method AS ENUM ('email_link', 'sms_code', 'account_proof');

ALTER TABLE utility
  ADD COLUMN sign_in_ways customer_sign_in_method[] NOT NULL DEFAULT '{email_link,sms_code,account_proof}',
  -- By service: what an account number looks like, as a regular expression. A service without one takes any.
  ADD COLUMN account_patterns jsonb NOT NULL DEFAULT '{}';

-- One sign-in of a customer; its id stands in the signed cookie.
CREATE TABLE customer_session (
  id uuid PRIMARY KEY,
  person_id int NOT NULL REFERENCES person ON DELETE CASCADE,
  method customer_sign_in_method NOT NULL,
  created_at timestamptz(3) NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  client text NOT NULL,
  agent text NOT NULL
);
CREATE INDEX customer_session_person_id_seen_at_idx ON customer_session (person_id, seen_at);

-- Whom an account lets in beside its holder: whoever gave the same proof.
CREATE TABLE account_access (
  person_id int NOT NULL REFERENCES person ON DELETE CASCADE,
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  proved_at timestamptz(3) NOT NULL,
  PRIMARY KEY (person_id, account_id)
);
CREATE INDEX account_access_account_id_idx ON account_access (account_id);

-- Failed proofs of one account number, whether there is such an account or not.
CREATE TABLE account_guess (
  -- Of the number, keyed: a number that nobody has is nobody's business either.
  number_hash text PRIMARY KEY,
  failures int NOT NULL,
  last_at timestamptz(3) NOT NULL,
  blocked_until timestamptz(3) NOT NULL,
  alerted_at timestamptz(3)
);

CREATE TYPE proof_purpose AS ENUM ('sign_in', 'confirm');

-- A code or link sent to one end, once. Of a sign-in there is one whether or not anybody has the end, so that nobody learns it.
CREATE TABLE contact_proof (
  id uuid PRIMARY KEY,
  purpose proof_purpose NOT NULL,
  channel channel NOT NULL,
  value text NOT NULL,
  -- Whom it confirms; null of a sign-in.
  contact_id int REFERENCES contact ON DELETE CASCADE,
  code_hash text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  tries int NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX contact_proof_contact_id_idx ON contact_proof (contact_id);
CREATE INDEX contact_proof_channel_value_created_at_idx ON contact_proof (channel, value, created_at);

-- What is sent to one end and is no notice of works: codes, alerts, renewals, tests.
CREATE TABLE letter (
  id bigserial PRIMARY KEY,
  kind text NOT NULL,
  channel channel NOT NULL,
  recipient text NOT NULL,
  contact_id int REFERENCES contact ON DELETE SET NULL,
  person_id int REFERENCES person ON DELETE SET NULL,
  language text NOT NULL,
  -- What its words are made of.
  facts jsonb NOT NULL,
  -- A code or token: gone as soon as the letter is with its provider. Sealed.
  secret text,
  state message_state NOT NULL DEFAULT 'queued',
  attempt int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL,
  not_after timestamptz(3) NOT NULL,
  claim_token uuid,
  claimed_at timestamptz(3),
  provider text,
  provider_id text,
  -- Kept where the outbox is the channel.
  subject text,
  text text,
  error_code text,
  created_at timestamptz(3) NOT NULL,
  sent_at timestamptz(3)
);
CREATE INDEX letter_due_idx ON letter (next_attempt_at) WHERE state IN ('queued', 'sending');
CREATE INDEX letter_contact_id_idx ON letter (contact_id);
CREATE INDEX letter_person_id_idx ON letter (person_id);

-- What somebody agreed to, in which words, and when they took it back.
CREATE TABLE consent (
  id serial PRIMARY KEY,
  person_id int NOT NULL REFERENCES person ON DELETE CASCADE,
  contact_id int REFERENCES contact ON DELETE SET NULL,
  kind text NOT NULL,
  text_version text NOT NULL,
  language text NOT NULL,
  source text NOT NULL,
  given_at timestamptz(3) NOT NULL,
  withdrawn_at timestamptz(3)
);
CREATE INDEX consent_person_id_idx ON consent (person_id);

CREATE TYPE support_need_kind AS ENUM ('oxygen', 'dialysis', 'reduced_mobility');

-- What somebody at an account said of themselves, so that the utility thinks of them first.
CREATE TABLE support_need (
  account_id int NOT NULL REFERENCES account ON DELETE CASCADE,
  kind support_need_kind NOT NULL,
  person_id int NOT NULL REFERENCES person ON DELETE CASCADE,
  said_at timestamptz(3) NOT NULL,
  PRIMARY KEY (account_id, kind)
);

CREATE TYPE manager_state AS ENUM ('requested', 'granted', 'refused');

-- Who manages buildings: hears at once, sees figures of the buildings once staff has granted it.
CREATE TABLE building_manager (
  person_id int PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  name text NOT NULL,
  state manager_state NOT NULL DEFAULT 'requested',
  requested_at timestamptz(3) NOT NULL,
  decided_at timestamptz(3),
  decided_by text
);

-- Where a dialogue with a bot stands, so that it can be left and taken up again.
CREATE TABLE bot_dialogue (
  channel channel NOT NULL,
  chat text NOT NULL,
  -- The person whom the chat speaks for; null until there is something to keep.
  person_id int REFERENCES person ON DELETE SET NULL,
  language text,
  state jsonb NOT NULL,
  -- Goes up with each change: of two steps at once, one sees the other.
  revision int NOT NULL DEFAULT 0,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (channel, chat)
);
CREATE INDEX bot_dialogue_person_id_idx ON bot_dialogue (person_id);

-- Each update that a messenger brought, so that one brought twice does nothing twice.
CREATE TABLE bot_update (
  channel channel NOT NULL,
  id text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (channel, id)
);
CREATE INDEX bot_update_at_idx ON bot_update (at);
