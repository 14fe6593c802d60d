/** Facts of Resend's OpenAPI (`POST /emails/batch`), copied; facts.test.ts compares them. */
export const RESEND_FACTS = {
  required: ['from', 'to', 'subject'],
  properties: [
    ...['from', 'to', 'subject', 'bcc', 'cc', 'reply_to', 'html', 'text', 'template', 'headers', 'scheduled_at', 'attachments', 'tags'],
    ...['topic_id'],
  ],
  mostRecipients: 50,
  mostMails: 100,
  longestKey: 256,
} as const
