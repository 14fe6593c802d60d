import type { BoundaryKind, Service } from '@/lib/db/generated/enums'
import type { ListProblem, StreetListPiece } from './street-list'

/** A place with an outline that works can be planned for by name. */
export interface Boundary {
  id: number
  kind: BoundaryKind
  /** Whose network a zone is part of; null for all others. */
  service: Service | null
  name: string
  code: string
  /** The municipality that it is, or lies in; null where it is not known. */
  municipalityId: number | null
  municipality: string | null
}

/** One place of a list of places, as far as it is understood. */
export interface PlaceListPiece {
  text: string
  line: number
  /** `ambiguous`: choose one of `choices`. `unknown`: mend the text. */
  status: 'resolved' | 'ambiguous' | 'unknown'
  boundary?: Boundary
  /** Resolved, but by less than the whole name: show what it was taken for. */
  isInferred?: boolean
  choices?: Boundary[]
  problem?: ListProblem
}

/** "Galliera and Pieve di Cento, but not via Verdi and the quarter Borgo". */
export interface PlaceList {
  places: PlaceListPiece[]
  /** Places to take out again. */
  exceptPlaces: PlaceListPiece[]
  /** Streets to take out again. */
  exceptStreets: StreetListPiece[]
  /** The exceptions that name streets, as they were written: a street list of its own. */
  exceptText: string
}
