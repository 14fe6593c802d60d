import type { PublicWorks, WindowText } from '@/lib/works/works'

export type PublicState = 'coming' | 'running' | 'ended' | 'cancelled'

/** Where the instant lies from a window. */
export function stateOfWindow({ start, end }: WindowText, asOf: string): 'coming' | 'running' | 'ended' {
  if (end <= asOf) return 'ended'
  return start <= asOf ? 'running' : 'coming'
}

/** What the public calls the state of works at the moment they were asked for: only inside a window is supply off. */
export function publicStateOf({ state, windows, asOf }: Pick<PublicWorks, 'state' | 'windows' | 'asOf'>): PublicState {
  if (state === 'cancelled') return 'cancelled'
  const states = windows.map((window) => stateOfWindow(window, asOf))
  if (states.every((one) => one === 'ended')) return 'ended'
  return states.includes('running') ? 'running' : 'coming'
}
