import { CircleDot, type LucideIcon, Waypoints } from 'lucide-react'
import { DRAW_MODES, type DrawMode } from '@/components/map/draw-modes'

/** What a click on the map does: draws, or takes a service point in or out, or traces a link. */
export type SelectionTool = DrawMode | 'points' | 'trace'

interface ToolSetup {
  Icon: LucideIcon
  /** What Terra Draw does meanwhile. */
  mode: DrawMode
}

const draws = (mode: DrawMode): ToolSetup => ({ Icon: DRAW_MODES[mode].Icon, mode })

export const SELECTION_TOOLS: Record<SelectionTool, ToolSetup> = {
  look: draws('look'),
  polygon: draws('polygon'),
  rectangle: draws('rectangle'),
  circle: draws('circle'),
  edit: draws('edit'),
  points: { Icon: CircleDot, mode: 'look' },
  trace: { Icon: Waypoints, mode: 'look' },
}

/** The four ways to say what is cut. */
export const WAYS = ['draw', 'streets', 'places', 'trace'] as const
export type Way = (typeof WAYS)[number]

/** The tool that one probably wants with a way. */
export const FIRST_TOOL: Record<Way, SelectionTool> = { draw: 'polygon', streets: 'look', places: 'look', trace: 'trace' }
