/** Facts of Twilio's OpenAPI (`POST …/Messages.json`), copied; facts.test.ts compares them. */
export const TWILIO_FACTS = {
  required: ['To'],
  parameters: [
    ...['To', 'StatusCallback', 'ApplicationSid', 'MaxPrice', 'ProvideFeedback', 'Attempt', 'ValidityPeriod', 'ForceDelivery'],
    ...['ContentRetention', 'AddressRetention', 'SmartEncoded', 'PersistentAction', 'TrafficType', 'ShortenUrls', 'ScheduleType'],
    ...['SendAt', 'SendAsMms', 'ContentVariables', 'RiskCheck', 'From', 'MessagingServiceSid', 'Body', 'MediaUrl', 'ContentSid'],
  ],
  accountSid: '^AC[0-9a-fA-F]{32}$',
  messagingServiceSid: '^MG[0-9a-fA-F]{32}$',
  messageSid: '^(SM|MM)[0-9a-fA-F]{32}$',
  bodyCharacters: 1600,
  validity: { least: 1, most: 36_000 },
  listParameters: ['To', 'From', 'DateSent', 'DateSent<', 'DateSent>', 'PageSize', 'Page', 'PageToken'],
  largestPage: 1000,
  statuses: [
    ...['queued', 'sending', 'sent', 'failed', 'delivered', 'undelivered', 'receiving', 'received', 'accepted', 'scheduled', 'read'],
    ...['partially_delivered', 'canceled'],
  ],
} as const
