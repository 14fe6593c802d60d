import path from 'node:path'
import { AppError, badInput } from '@/lib/errors'
import { readBytes } from '@/lib/imports/read-bytes'
import { readCode } from './read-code'
import type { NetworkEntry, StagedLink, StagedNode, StagedRemark } from './staged-network'

/** EPANET itself takes 1,024 characters; a much longer line means that the file is something else. */
const MAX_LINE = 100_000

/** Sections that say something about how a network hangs together, by the letters that EPANET itself looks at. All others are passed over. */
const SECTIONS = ['JUNC', 'RESE', 'TANK', 'PIPE', 'PUMP', 'VALV', 'STAT', 'CONT', 'RULE', 'COOR', 'VERT', 'END'] as const

type Section = (typeof SECTIONS)[number]

function node(line: number, [id]: string[], kind: StagedNode['kind']): NetworkEntry {
  return { what: 'node', row: { line, code: readCode(id, 'id'), kind, x: null, y: null } }
}

function link(line: number, [id, from, to]: string[], kind: string, isClosed: boolean): NetworkEntry {
  const row: StagedLink = {
    line,
    code: readCode(id, 'id'),
    kind,
    from: readCode(from, 'from'),
    to: readCode(to, 'to'),
    shape: null,
    isClosed,
  }
  return { what: 'link', row }
}

function remark(line: number, what: StagedRemark['what'], code: string, x: number | null = null, y: number | null = null): NetworkEntry {
  return { what: 'remark', row: { line, what, code, x, y } }
}

function readNumber(text: string | undefined, field: string): number {
  const number = Number(readCode(text, field))
  if (!Number.isFinite(number)) throw badInput('import_bad_coordinate', field, { value: String(text).slice(0, 40) })
  return number
}

function readPlace(line: number, what: 'coordinates' | 'vertex', [id, x, y]: string[]): NetworkEntry {
  return remark(line, what, readCode(id, 'id'), readNumber(x, 'x'), readNumber(y, 'y'))
}

function isClosedWord(word: string | undefined): boolean {
  return word?.toUpperCase() === 'CLOSED'
}

/** [PIPES]: id, nodes, length, diameter, roughness, then a minor loss, a status or both. */
function readPipe(line: number, words: string[]): NetworkEntry {
  const options = words.slice(6)
  const isCheckValve = options.some((word) => word.toUpperCase() === 'CV')
  return link(line, words, isCheckValve ? 'check_valve_pipe' : 'pipe', options.some(isClosedWord))
}

/** [STATUS]: a pump or valve at a setting is open, one at speed 0 may run again. */
function readStatus(line: number, [id, state]: string[]): NetworkEntry {
  return remark(line, isClosedWord(state) ? 'closed' : 'open', readCode(id, 'id'))
}

const LINK_WORDS = new Set(['LINK', 'PIPE', 'PUMP', 'VALVE'])

/** [CONTROLS]: `LINK id state IF …`; [RULES]: `THEN PIPE id STATUS IS state`. What opens a link, now or then, operates it. */
function readControl(line: number, words: string[], section: Section): NetworkEntry[] {
  const upper = words.map((word) => word.toUpperCase())
  const at = section === 'CONT' ? 0 : 1
  if (section === 'RULE' && !['THEN', 'ELSE', 'AND'].includes(upper[0] ?? '')) return []
  const code = words[at + 1]
  if (!LINK_WORDS.has(upper[at] ?? '') || code === undefined) return []
  const state = section === 'CONT' ? upper[2] : upper.at(-1)
  return isClosedWord(state) ? [] : [remark(line, 'operated', code)]
}

const READERS: Record<Section, (line: number, words: string[]) => NetworkEntry[]> = {
  JUNC: (line, words) => [node(line, words, 'junction')],
  RESE: (line, words) => [node(line, words, 'source')],
  TANK: (line, words) => [node(line, words, 'tank')],
  PIPE: (line, words) => [readPipe(line, words)],
  PUMP: (line, words) => [link(line, words, 'pump', false)],
  VALV: (line, words) => [link(line, words, 'valve', false)],
  STAT: (line, words) => [readStatus(line, words)],
  CONT: (line, words) => readControl(line, words, 'CONT'),
  RULE: (line, words) => readControl(line, words, 'RULE'),
  COOR: (line, words) => [readPlace(line, 'coordinates', words)],
  VERT: (line, words) => [readPlace(line, 'vertex', words)],
  END: () => [],
}

function readLine(section: Section, line: number, words: string[]): NetworkEntry[] {
  try {
    return READERS[section](line, words)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { field = '', reason, params } = error.detail
    return [
      {
        what: 'problem',
        row: { line, field, reason, params: { part: section.toLowerCase(), id: (words[0] ?? '').slice(0, 200), ...params } },
      },
    ]
  }
}

/** The file's lines with their numbers. */
async function* readLines(file: string, onBytes?: (read: number) => void): AsyncGenerator<[number, string]> {
  let rest = ''
  let number = 0
  for await (const bytes of readBytes(file, onBytes)) {
    const lines = (rest + bytes.toString('utf8')).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) yield [++number, line]
    if (rest.length > MAX_LINE) throw badInput('network_wrong_kind', 'file', { file: path.basename(file) })
  }
  if (rest !== '') yield [++number, rest]
}

/**
 * Streams an EPANET input file: nodes, links, and what other sections remark on them. Hydraulics are passed over.
 * Throws `bad_input` where it does not begin like one, or ends before [END].
 */
export async function* readInp(file: string, onBytes?: (read: number) => void): AsyncGenerator<NetworkEntry> {
  const name = path.basename(file)
  let section: Section | undefined
  let hasBegun = false
  for await (const [number, line] of readLines(file, onBytes)) {
    const text = line.split(';', 1)[0]?.trim() ?? ''
    if (text === '') continue
    if (text.startsWith('[')) {
      section = SECTIONS.find((known) => text.slice(1).toUpperCase().startsWith(known))
      hasBegun = true
      if (section === 'END') return
      continue
    }
    if (!hasBegun) throw badInput('network_wrong_kind', 'file', { file: name })
    if (section) yield* readLine(section, number, text.split(/\s+/))
  }
  throw badInput(hasBegun ? 'network_cut_off' : 'network_wrong_kind', 'file', { file: name })
}
