-- What was stopped by the link of a message was paused for an infinite time, which the customer's page could not read.
UPDATE subscription SET paused_until = '9999-12-31T00:00:00Z' WHERE paused_until = 'infinity';
ALTER TABLE subscription ADD CONSTRAINT subscription_paused_until_is_finite CHECK (isfinite(paused_until));
