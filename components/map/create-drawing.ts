import type { Polygon } from 'geojson'
import { TerraDraw, TerraDrawModeUndoRedo } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { DRAW_MODES } from './draw-modes'
import type { MapView } from './map-library'
import type { Palette } from './palette'

/** Seven decimals of a degree are a centimetre. */
const DECIMALS = 7

type Hex = `#${string}`

/** Starts a drawing on the map. The corners of a begun shape can be taken back; finished shapes are whoever asked for it to undo. */
export function createDrawing(map: MapView, palette: Palette): TerraDraw {
  const modes = Object.values(DRAW_MODES).flatMap(({ create }) =>
    create ? [create(palette.drawing as Hex, palette.labelHalo as Hex)] : [],
  )
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DECIMALS }),
    modes,
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  })
  draw.start()
  return draw
}

/** The polygons that are finished; the one under the pointer is not. */
export function finishedPolygons(draw: TerraDraw): Polygon[] {
  return draw
    .getSnapshot()
    .filter((feature) => !feature.properties.currentlyDrawing)
    .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [{ type: geometry.type, coordinates: geometry.coordinates }] : []))
}
