import { Text } from '@react-pdf/renderer'

/** Spaces and hyphens that our face lacks, by what looks the same; of a line break the renderer would make a letter of another face. */
function plain(line: string): string {
  return line.replace(/[\u2000-\u200b\u202f\t]/g, ' ').replace(/[\u2010\u2212]/g, '-')
}

/** Text that people wrote or got, line by line; an empty line keeps its height. */
export function DocumentText({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a document is made once; its lines never move.
  return text.split(/\r?\n/).map((line, index) => <Text key={index}>{plain(line) || ' '}</Text>)
}
