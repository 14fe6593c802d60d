/** The words inside a map, for either library: see the namespace `map` of the catalogues. */
const WORDS = {
  'Map.Title': 'title',
  'Marker.Title': 'marker',
  'NavigationControl.ZoomIn': 'zoom_in',
  'NavigationControl.ZoomOut': 'zoom_out',
  'NavigationControl.ResetBearing': 'reset_north',
  'ScaleControl.Meters': 'metres',
  'ScaleControl.Kilometers': 'kilometres',
  'CooperativeGesturesHandler.WindowsHelpText': 'scroll_help',
  'CooperativeGesturesHandler.MacHelpText': 'scroll_help_mac',
  'CooperativeGesturesHandler.MobileHelpText': 'fingers_help',
} as const

export type MapWord = (typeof WORDS)[keyof typeof WORDS]
export type MapWords = Record<string, string>

/** The library's own phrases in the reader's language. */
export function mapWords(translate: (key: MapWord) => string): MapWords {
  return Object.fromEntries(Object.entries(WORDS).map(([phrase, key]) => [phrase, translate(key)]))
}
