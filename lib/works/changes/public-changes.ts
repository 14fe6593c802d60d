/** Where a reader of changes stands. */
export interface ChangeMark {
  /** Of the last line of the audit trail that was read. */
  entryId: bigint
  /** How far the installation's clock was from the real one, in milliseconds. */
  clockOffset: bigint
}

/** What happened since a mark. */
export interface PublicChanges {
  mark: ChangeMark
  /** Works of which the public may now read something else, by their references; `all`: anything may have changed. */
  changed: 'all' | string[]
}

/** What no public page speaks of, by the first word of its action. Whoever adds an action need not think of it: it drops every page. */
const PRIVATE = new Set(['staff', 'contact', 'caller', 'call', 'coverage', 'evidence', 'api_key', 'senders', 'notice'])

/** Which works one line of the audit trail is about; `all` where it may concern any page, null where it concerns none. */
export function changeOf(action: string, subject: string): 'all' | string | null {
  const kind = action.split('.')[0] ?? ''
  if (PRIVATE.has(kind)) return null
  const reference = kind === 'works' ? /^works:(.+)$/.exec(subject)?.[1] : undefined
  return reference ?? 'all'
}
