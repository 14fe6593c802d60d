/** What is said, and read out, after a key on the map: a key below `map.draw.said`. */
export interface DrawSaid {
  key:
    | 'corner'
    | 'dropped'
    | 'finished'
    | 'grabbed_corner'
    | 'grabbed_shape'
    | 'left'
    | 'moved'
    | 'no_link'
    | 'no_point'
    | 'nothing_here'
    | 'removed'
    | 'taken_back'
    | 'too_few'
  count?: number
}
