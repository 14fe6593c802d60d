/** From afar, service points are counted by cells: so many to a tile's side. One is 32 pixels wide, as much room as a number needs. */
export const CELLS_IN_TILE = 16

/** To this zoom the table `service_point_cell` has the counts, from 8 on; a tile of it may hold a quarter of a city. */
export const COUNTED_TO = 14

/** From this zoom on each service point is drawn by itself. */
export const CLOSE = 16
