import { FEATURE_ROLES, type FeatureRole, ROLE_LOOKS } from './feature-roles'
import type { MapView } from './map-library'
import { PALETTES, type Scheme } from './palette'

const BOX = 24
/** Drawn at twice its size, for screens with fine pixels. */
const PIXEL_RATIO = 2

function drawSign(role: FeatureRole, scheme: Scheme): ImageData | null {
  const canvas = document.createElement('canvas')
  canvas.width = BOX * PIXEL_RATIO
  canvas.height = BOX * PIXEL_RATIO
  const pen = canvas.getContext('2d')
  if (!pen) return null
  const { colour, body, strokes, hollow } = ROLE_LOOKS[role]
  const paper = PALETTES[scheme].labelHalo
  pen.scale(PIXEL_RATIO, PIXEL_RATIO)
  pen.lineJoin = 'round'
  pen.lineCap = 'round'
  pen.fillStyle = hollow ? paper : colour[scheme]
  pen.strokeStyle = hollow ? colour[scheme] : paper
  pen.lineWidth = 2
  pen.fill(new Path2D(body))
  pen.stroke(new Path2D(body))
  pen.lineWidth = 2.6
  pen.stroke(new Path2D(strokes))
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

/** The name of a role's sign among the map's images. */
export function roleImage(role: FeatureRole, scheme: Scheme): string {
  return `role-${role}-${scheme}`
}

/** Gives the map the signs of all roles, once for each colour scheme. */
export function addRoleImages(map: MapView, scheme: Scheme): void {
  for (const role of FEATURE_ROLES) {
    const name = roleImage(role, scheme)
    if (map.hasImage(name)) continue
    const image = drawSign(role, scheme)
    if (image) map.addImage(name, image, { pixelRatio: PIXEL_RATIO })
  }
}
