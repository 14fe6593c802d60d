import type { Service } from '@/lib/db/generated/enums'

/** The colours of the map. Quiet ground, so that works and drawings stand out. */
export interface Palette {
  land: string
  water: string
  waterLabel: string
  greenLabel: string
  green: string
  wood: string
  field: string
  building: string
  landmark: string
  buildingEdge: string
  rail: string
  street: string
  streetEdge: string
  mainStreet: string
  mainStreetEdge: string
  path: string
  label: string
  labelHalo: string
  works: string
  boundary: string
  drawing: string
  point: string
  services: Record<Service, string>
}

const light: Palette = {
  land: '#f4efe4',
  water: '#b4d5df',
  waterLabel: '#37697b',
  greenLabel: '#4a6635',
  green: '#d8e3c1',
  wood: '#c6d8ae',
  field: '#e6e6c6',
  building: '#e4d8c5',
  landmark: '#d3bd9c',
  buildingEdge: '#d0c0a7',
  rail: '#a89f93',
  street: '#ffffff',
  streetEdge: '#ddd2bf',
  mainStreet: '#fdf0cd',
  mainStreetEdge: '#dec48e',
  path: '#c3b397',
  label: '#46504f',
  labelHalo: '#fbf8f2',
  works: '#c2410c',
  boundary: '#7a2f63',
  drawing: '#0d4c5b',
  point: '#3d3158',
  services: { water: '#1d6fa5', heat: '#b3381b', power: '#7a4fb5', gas: '#86690f' },
}

const dark: Palette = {
  land: '#151e21',
  water: '#123642',
  waterLabel: '#8fc3d1',
  greenLabel: '#9dc08a',
  green: '#1a2b20',
  wood: '#16301f',
  field: '#22291b',
  building: '#273237',
  landmark: '#3d4a50',
  buildingEdge: '#37454b',
  rail: '#5d625f',
  street: '#3a474c',
  streetEdge: '#10171a',
  mainStreet: '#57503a',
  mainStreetEdge: '#10171a',
  path: '#5a5647',
  label: '#d5dad6',
  labelHalo: '#131b1e',
  works: '#ff9a5c',
  boundary: '#e7a3d2',
  drawing: '#86d0de',
  point: '#cdbcf2',
  services: { water: '#62b5ea', heat: '#ff8c70', power: '#bb9bf0', gas: '#d8b84a' },
}

export type Scheme = 'light' | 'dark'

export const PALETTES: Record<Scheme, Palette> = { light, dark }
