import type { Line } from '../plane/line'
import type { Point } from '../plane/point'
import type { Polygon } from '../plane/polygon'
import { project } from '../plane/projection'

const coordinates = (points: readonly Point[]): string => points.map((point) => project(point).join(' ')).join(', ')

/** A line of the plane as WKT in EPSG:4326. */
export const lineText = (line: Line): string => `LINESTRING (${coordinates(line)})`

/** A polygon of the plane as WKT in EPSG:4326, its ring closed. */
export const polygonText = (polygon: Polygon): string => `POLYGON ((${coordinates([...polygon, ...polygon.slice(0, 1)])}))`
