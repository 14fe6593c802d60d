/** One thing that `doctor` looked at. */
export interface Finding {
  what: string
  /** `note` is for information, `broken` for what must be mended. */
  state: 'ok' | 'note' | 'broken'
  detail: string
}
