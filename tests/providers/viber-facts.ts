/** Facts of Viber's REST API (https://developers.viber.com/docs/api/rest-bot-api/); there is no machine-readable schema to compare with. */
export const VIBER_FACTS = {
  fields: {
    send_message: ['receiver', 'min_api_version', 'sender', 'tracking_data', 'type', 'text', 'keyboard'],
    broadcast_message: ['broadcast_list', 'min_api_version', 'sender', 'tracking_data', 'type', 'text', 'keyboard'],
    /** The answer to `conversation_started`. */
    welcome: ['min_api_version', 'sender', 'tracking_data', 'type', 'text', 'keyboard'],
  } as Record<string, string[]>,
  /** https://developers.viber.com/docs/tools/keyboards/ */
  keyboard: ['Type', 'DefaultHeight', 'BgColor', 'Buttons'],
  button: ['Columns', 'Rows', 'BgColor', 'Silent', 'ActionType', 'ActionBody', 'Text', 'TextSize', 'TextVAlign', 'TextHAlign'],
  /** By action the version of the API that it came with. */
  actions: { reply: 1, 'open-url': 1, none: 1, 'location-picker': 3, 'share-phone': 3 } as Record<string, number>,
  columns: 6,
  longestText: 7000,
  longestButtonText: 250,
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
