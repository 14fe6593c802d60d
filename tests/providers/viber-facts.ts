/** Facts of Viber's REST API (https://developers.viber.com/docs/api/rest-bot-api/); there is no machine-readable schema to compare with. */
export const VIBER_FACTS = {
  fields: {
    send_message: ['receiver', 'min_api_version', 'sender', 'tracking_data', 'type', 'text', 'keyboard'],
    broadcast_message: ['broadcast_list', 'min_api_version', 'sender', 'tracking_data', 'type', 'text', 'keyboard'],
  } as Record<string, string[]>,
  longestText: 7000,
  longestSenderName: 28,
  mostReceivers: 300,
  /** Of a whole request. */
  mostBytes: 30_000,
} as const

export const VIBER_STATUS: Record<number, string> = {
  0: 'ok',
  2: 'invalidAuthToken',
  3: 'badData',
  4: 'missingData',
  5: 'receiverNotRegistered',
  6: 'receiverNotSubscribed',
  12: 'tooManyRequests',
  20: 'broadcastNotAllowed',
}
