-- A bot's answer is kept with the update that it answers, written down together with what the update changed: an update that comes again, because its
-- answer was lost on the way, is answered alike and does nothing twice.
ALTER TABLE bot_update
  ADD COLUMN answer jsonb,
  -- When the messenger took the answer; null where it travels in the response to the update itself.
  ADD COLUMN answered_at timestamptz(3);

-- When people are at the telephone, in the utility's own words: "Mon-Fri 8:00-18:00".
ALTER TABLE utility
  ADD COLUMN phone_hours text NOT NULL DEFAULT '';
