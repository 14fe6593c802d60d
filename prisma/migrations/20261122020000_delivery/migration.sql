-- Delivery that can be proved: what a provider said, how fast each sender may go, who stood in for whom, and a trail chained by hash.

ALTER TABLE utility ADD COLUMN transliterate_sms boolean NOT NULL DEFAULT false;

-- Why a contact is asked to be mended: "number_not_in_use", "mailbox_gone", "blocked".
ALTER TABLE contact ADD COLUMN unreachable_reason text;

-- How many messages opening it wrote: what the counts by state have to come to. And of those handed to a provider, how many within
-- ten seconds of the due instant; written when the notice is done.
ALTER TABLE notice ADD COLUMN audience int;
ALTER TABLE notice ADD COLUMN handed_over int;
ALTER TABLE notice ADD COLUMN handed_over_in_time int;
CREATE INDEX notice_due_at_idx ON notice (due_at);

-- `batch_key`: the idempotency key of the request that carried it. `fallback_for`: the message that did not arrive, which this one stands in for.
ALTER TABLE message ADD COLUMN batch_key text;
ALTER TABLE message ADD COLUMN fallback_for bigint;
CREATE UNIQUE INDEX message_fallback_for_idx ON message (fallback_for) WHERE fallback_for IS NOT NULL;

-- A worker takes one channel's messages of the notice that is useless soonest.
DROP INDEX message_queued_idx;
CREATE INDEX message_queued_idx ON message (notice_id, channel, next_attempt_at, id) WHERE state = 'queued';

-- Nothing of the ledger is ever deleted, and what somebody was told is never rewritten.
CREATE TRIGGER message_never_deleted BEFORE DELETE ON message FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER message_evidence BEFORE UPDATE OF notice_id, contact_id, channel, language, recipient, subject, text, sent_at ON message
  FOR EACH ROW WHEN (
    OLD.sent_at IS NOT NULL AND
    (OLD.notice_id, OLD.contact_id, OLD.channel, OLD.language, OLD.recipient, OLD.subject, OLD.text, OLD.sent_at)
    IS DISTINCT FROM (NEW.notice_id, NEW.contact_id, NEW.channel, NEW.language, NEW.recipient, NEW.subject, NEW.text, NEW.sent_at)
  ) EXECUTE FUNCTION refuse_change();

-- What providers said later. A row may come before the ledger knows the provider's id; said twice it is one row.
CREATE TABLE receipt (
  provider text NOT NULL,
  provider_id text NOT NULL,
  state message_state NOT NULL CHECK (state IN ('sent', 'delivered', 'failed')),
  error_code text,
  at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL,
  PRIMARY KEY (provider, provider_id, state)
);
CREATE TRIGGER receipt_append_only BEFORE UPDATE OR DELETE ON receipt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A sender's token bucket: units it may still hand over, filled up to `filled_at`; nothing before `blocked_until`. Real time, never the
-- demo's: a rate is the provider's.
CREATE TABLE sender_pace (
  sender text PRIMARY KEY,
  tokens float8 NOT NULL,
  filled_at timestamptz NOT NULL,
  blocked_until timestamptz
);

-- How many points of a hundred of a channel's messages each of its senders gets.
CREATE TABLE sender_share (
  sender text PRIMARY KEY,
  channel channel NOT NULL,
  points int NOT NULL CHECK (points BETWEEN 0 AND 100),
  changed_at timestamptz(3) NOT NULL
);

-- The audit trail, chained: each entry's hash covers the hash before it, so that nobody can change, drop or slip in a line unseen.
ALTER TABLE audit_entry ADD COLUMN hash bytea;

CREATE TABLE audit_head (
  id int PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  entry_id bigint NOT NULL,
  hash bytea NOT NULL
);

CREATE FUNCTION audit_hash(previous bytea, entry audit_entry) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(previous || convert_to(jsonb_build_array(
    entry.id, extract(epoch FROM entry.at), entry.actor, entry.source, entry.action, entry.subject, entry.before, entry.after
  )::text, 'UTF8'))
$$;

DO $$
DECLARE
  entry audit_entry;
  head audit_head := (1, 0, '\x');
BEGIN
  ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only;
  FOR entry IN SELECT * FROM audit_entry ORDER BY id LOOP
    head := (1, entry.id, audit_hash(head.hash, entry));
    UPDATE audit_entry SET hash = head.hash WHERE id = entry.id;
  END LOOP;
  ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only;
  INSERT INTO audit_head SELECT head.*;
END
$$;
ALTER TABLE audit_entry ALTER COLUMN hash SET NOT NULL;

-- Writers take the head in turn, so that ids and chain have one order and no gap.
CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head audit_head;
BEGIN
  SELECT * INTO head FROM audit_head FOR UPDATE;
  NEW.id := head.entry_id + 1;
  NEW.hash := audit_hash(head.hash, NEW);
  UPDATE audit_head SET entry_id = NEW.id, hash = NEW.hash;
  RETURN NEW;
END
$$;
CREATE TRIGGER audit_entry_chain BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();
