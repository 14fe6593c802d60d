-- What somebody was told is never rewritten; to which number or mailbox it went may be forgotten, when they ask for it.
DROP TRIGGER message_evidence ON message;
CREATE TRIGGER message_evidence BEFORE UPDATE OF notice_id, contact_id, channel, language, recipient, subject, text, sent_at ON message
  FOR EACH ROW WHEN (
    OLD.sent_at IS NOT NULL AND (
      (OLD.notice_id, OLD.contact_id, OLD.channel, OLD.language, OLD.subject, OLD.text, OLD.sent_at)
        IS DISTINCT FROM (NEW.notice_id, NEW.contact_id, NEW.channel, NEW.language, NEW.subject, NEW.text, NEW.sent_at)
      OR (NEW.recipient IS NOT NULL AND OLD.recipient IS DISTINCT FROM NEW.recipient)
    )
  ) EXECUTE FUNCTION refuse_change();
