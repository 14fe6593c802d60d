import type { PublicWorks } from '@/lib/works/works'

export type PublicState = 'coming' | 'running' | 'ended' | 'cancelled'

/** What the public calls the state of works at the moment they were asked for: only inside a window is supply off. */
export function publicStateOf({ state, windows, asOf }: PublicWorks): PublicState {
  if (state === 'cancelled') return 'cancelled'
  if (windows.every((window) => window.end <= asOf)) return 'ended'
  return windows.some((window) => window.start <= asOf && asOf < window.end) ? 'running' : 'coming'
}
