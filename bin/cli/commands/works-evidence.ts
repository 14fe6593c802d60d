import { createWriteStream } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { currentInstant } from '@/lib/clock'
import { getEvidenceReport } from '@/lib/notices/evidence/get-evidence-report'
import { getEvidenceSummary } from '@/lib/notices/evidence/get-evidence-summary'
import { streamEvidence } from '@/lib/notices/evidence/stream-evidence'
import { writeEvidenceCsv } from '@/lib/notices/evidence/write-evidence-csv'
import { getUtility } from '@/lib/utility/queries'
import { cliActor } from '../actor'
import { print } from '../output'
import { describeEvidence } from '../words/evidence'

interface EvidenceOptions {
  csv?: string
  pdf?: string
  wholeContacts?: boolean
  json?: boolean
}

/** Half a file would look like the whole of the evidence: a failure leaves none. */
async function writeCsv(file: string, reference: string, isWhole: boolean, now: Date): Promise<void> {
  const groups = await streamEvidence(cliActor(), reference, { isWhole }, now)
  const { zone } = await getUtility()
  try {
    await pipeline(Readable.from(writeEvidenceCsv(groups, zone)), createWriteStream(file))
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

async function writePdf(file: string, reference: string, now: Date): Promise<void> {
  const { defaultLanguage } = await getUtility()
  const { renderEvidencePdf } = await import('@/components/evidence/document/render-evidence-pdf')
  await writeFile(file, await renderEvidencePdf(await getEvidenceReport(cliActor(), reference, now), defaultLanguage))
}

/** `works evidence REF`: who was told what, and whether the law was kept; as a summary, and as files. */
export function registerEvidence(works: Command): void {
  works
    .command('evidence <reference>')
    .description('say who was told what and whether the legal notice was kept')
    .option('--csv <file>', 'write every line of evidence, service point by service point')
    .option('--pdf <file>', 'write the document, in the utility’s language')
    .option('--whole-contacts', 'do not mask contacts in the CSV; the audit trail notes it')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { csv, pdf, wholeContacts = false, json }: EvidenceOptions) => {
      const now = await currentInstant()
      const summary = await getEvidenceSummary(cliActor(), reference, now)
      if (csv) await writeCsv(csv, reference, wholeContacts, now)
      if (pdf) await writePdf(pdf, reference, now)
      const files = [csv, pdf].filter((file) => file !== undefined)
      print({ json }, { ...summary, files }, () => [describeEvidence(summary), ...files.map((file) => `written: ${file}`)].join('\n'))
    })
}
