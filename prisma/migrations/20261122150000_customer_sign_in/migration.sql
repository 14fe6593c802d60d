-- Guesses at accounts: whose they were, so that holder and operators hear of them without the guesser waiting longer for an answer.
ALTER TABLE account_guess ADD COLUMN account_id int REFERENCES account ON DELETE CASCADE;
CREATE INDEX account_guess_account_id_idx ON account_guess (account_id) WHERE account_id IS NOT NULL;
-- Old ones are forgotten.
CREATE INDEX account_guess_last_at_idx ON account_guess (last_at);

-- The few subscriptions that do not hear of everything: opening a notice asks for them, and must not read all the others.
CREATE INDEX subscription_selective_idx ON subscription (contact_id)
  WHERE paused_until IS NOT NULL OR topics <> '{planned_works,on_the_day,progress}';
