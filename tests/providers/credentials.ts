/** What the fake providers take for true; the names are those of .env.example. */
export const CREDENTIALS = {
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001',
  TWILIO_AUTH_TOKEN: 'pretended-twilio-token',
  TWILIO_2_ACCOUNT_SID: 'AC00000000000000000000000000000002',
  TWILIO_2_AUTH_TOKEN: 'pretended-twilio-token-2',
  RESEND_API_KEY: 're_pretended',
  RESEND_WEBHOOK_SECRET: `whsec_${Buffer.from('a pretended secret of webhooks').toString('base64')}`,
  TELEGRAM_BOT_TOKEN: '110201543:pretended',
  TELEGRAM_WEBHOOK_SECRET: 'pretended-telegram-secret',
  VIBER_AUTH_TOKEN: 'pretended-viber-token',
} as const
