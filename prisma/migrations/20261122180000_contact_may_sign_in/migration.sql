-- Whether whoever has this telephone or mailbox may sign in as the contact's person by it. Not where somebody's mailbox was confirmed by its link outside of
-- that person's sign-in: then its owner agreed to be told, and not to share what they may see.
ALTER TABLE contact ADD COLUMN may_sign_in boolean NOT NULL DEFAULT true;
