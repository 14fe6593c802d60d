/** What people really ask, in the order in which they ask it: keys below `help.topic`. */
export const HELP_TOPICS = [
  'no_supply',
  'not_back',
  'not_found',
  'unknown',
  'when_told',
  'changed',
  'genuine',
  'follow',
  'vulnerable',
  'stop',
] as const
