import { Circle, Hand, type LucideIcon, Pentagon, Spline, Square } from 'lucide-react'
import { type HexColor, TerraDrawCircleMode, TerraDrawPolygonMode, TerraDrawRectangleMode, TerraDrawSelectMode } from 'terra-draw'

/** What the pointer does on the map. */
export type DrawMode = 'look' | 'polygon' | 'rectangle' | 'circle' | 'edit'
export type TerraDrawMode = TerraDrawCircleMode | TerraDrawPolygonMode | TerraDrawRectangleMode | TerraDrawSelectMode

interface ModeSetup {
  /** Terra Draw's name for it; `static` is its own and needs no creation. */
  name: 'static' | 'polygon' | 'rectangle' | 'circle' | 'select'
  Icon: LucideIcon
  create: ((ink: HexColor, paper: HexColor) => TerraDrawMode) | null
}

const LINE_WIDTH = 3
const FILL_OPACITY = 0.2

function shapeStyles(ink: HexColor, paper: HexColor) {
  const point = { closingPointColor: ink, closingPointWidth: 6, closingPointOutlineColor: paper, closingPointOutlineWidth: 2 }
  return { fillColor: ink, fillOpacity: FILL_OPACITY, outlineColor: ink, outlineWidth: LINE_WIDTH, ...point }
}

function selectStyles(ink: HexColor, paper: HexColor) {
  return {
    selectedPolygonColor: ink,
    selectedPolygonFillOpacity: FILL_OPACITY + 0.1,
    selectedPolygonOutlineColor: ink,
    selectedPolygonOutlineWidth: LINE_WIDTH + 1,
    selectionPointColor: paper,
    selectionPointWidth: 7,
    selectionPointOutlineColor: ink,
    selectionPointOutlineWidth: 3,
    midPointColor: ink,
    midPointWidth: 4,
    midPointOutlineColor: paper,
    midPointOutlineWidth: 2,
  }
}

/** A drawn shape can be moved whole or by its corners; a middle point makes a new corner, a right click takes one away. */
const EDITABLE = { feature: { draggable: true, coordinates: { midpoints: true, draggable: true, deletable: true } } }

export const DRAW_MODES: Record<DrawMode, ModeSetup> = {
  look: { name: 'static', Icon: Hand, create: null },
  polygon: { name: 'polygon', Icon: Pentagon, create: (ink, paper) => new TerraDrawPolygonMode({ styles: shapeStyles(ink, paper) }) },
  rectangle: {
    name: 'rectangle',
    Icon: Square,
    create: (ink) =>
      new TerraDrawRectangleMode({ styles: { fillColor: ink, fillOpacity: FILL_OPACITY, outlineColor: ink, outlineWidth: LINE_WIDTH } }),
  },
  circle: {
    name: 'circle',
    Icon: Circle,
    create: (ink) =>
      new TerraDrawCircleMode({ styles: { fillColor: ink, fillOpacity: FILL_OPACITY, outlineColor: ink, outlineWidth: LINE_WIDTH } }),
  },
  edit: {
    name: 'select',
    Icon: Spline,
    create: (ink, paper) =>
      new TerraDrawSelectMode({ flags: { polygon: EDITABLE, rectangle: EDITABLE, circle: EDITABLE }, styles: selectStyles(ink, paper) }),
  },
}
