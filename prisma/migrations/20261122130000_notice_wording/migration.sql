-- How a notice reads, with the reader's own windows and places left open: what "was this message from us?" holds a text against. One row a notice,
-- written when it is opened; nothing of it says who was told.
CREATE TABLE notice_wording (
  notice_id integer PRIMARY KEY REFERENCES notice (id) ON DELETE CASCADE,
  -- By what its windows are found in a text: "1 09:00-12:30".
  marks text[] NOT NULL,
  wordings jsonb NOT NULL
);

CREATE INDEX notice_wording_marks ON notice_wording USING gin (marks);
