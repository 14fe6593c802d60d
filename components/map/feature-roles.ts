import type { Scheme } from './palette'

/** What a feature means in a plan. Lines and areas: isolated, cut, added, removed; devices: close, stuck, alternative; service points: the rest; selected: what somebody looks at. */
export const FEATURE_ROLES = [
  'selected',
  'isolated',
  'cut',
  'close',
  'stuck',
  'alternative',
  'reachable',
  'unreachable',
  'added',
  'removed',
] as const
export type FeatureRole = (typeof FEATURE_ROLES)[number]

export interface RoleLook {
  colour: Record<Scheme, string>
  /** Whether its line is dashed: what tells it from another where colours do not. */
  dashed: boolean
  /** Its sign in a box of 24 by 24, as SVG paths: the body, and the strokes on it. */
  body: string
  strokes: string
  /** A hollow body is filled with the ground's colour. */
  hollow: boolean
}

const CIRCLE = 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z'
const SQUARE = 'M4 4h16v16H4Z'
const TRIANGLE = 'M12 2.5L22.5 21h-21Z'
const DIAMOND = 'M12 2l10 10l-10 10L2 12Z'

const look = (light: string, dark: string, body: string, strokes: string, more: Partial<RoleLook> = {}): RoleLook => ({
  colour: { light, dark },
  body,
  strokes,
  dashed: false,
  hollow: false,
  ...more,
})

/** No two share their shape: nothing is told by colour alone. */
export const ROLE_LOOKS: Record<FeatureRole, RoleLook> = {
  selected: look('#0d4c5b', '#86d0de', 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20Z', 'M12 12h.01', { hollow: true }),
  isolated: look('#9f1239', '#fb7185', SQUARE, ''),
  cut: look('#9a4a06', '#fbbf24', TRIANGLE, '', { dashed: true, hollow: true }),
  close: look('#9f1239', '#fb7185', SQUARE, 'M8.5 8.5l7 7M15.5 8.5l-7 7'),
  stuck: look('#37343f', '#e7e2f1', TRIANGLE, 'M12 9.5v5M12 17.2v.6'),
  alternative: look('#0f6b63', '#5eead4', DIAMOND, 'M8 12h8'),
  reachable: look('#166534', '#4ade80', CIRCLE, 'M7.8 12.4l3 3l5.4-6.4'),
  unreachable: look('#b3161b', '#fca5a5', CIRCLE, 'M6.5 17.5l11-11', { dashed: true, hollow: true }),
  added: look('#1d4ed8', '#93c5fd', CIRCLE, 'M12 7.5v9M7.5 12h9'),
  removed: look('#57534e', '#bcb5ac', CIRCLE, 'M7.5 12h9', { dashed: true, hollow: true }),
}
