import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { env } from '@/lib/env'
import { getUtility } from '@/lib/utility/queries'
import { getPoster } from '@/lib/works/poster/get-poster'
import { readPosterOptions } from '@/lib/works/poster/poster'
import { cliActor } from '../actor'
import { print } from '../output'

interface PosterCommandOptions {
  pdf: string
  language?: string[]
  perBuilding?: boolean
  json?: boolean
}

/** `works poster REF --pdf FILE`: the notice for stairwells. */
export function registerPoster(works: Command): void {
  works
    .command('poster <reference>')
    .description('write the notice for stairwells')
    .requiredOption('--pdf <file>', 'where to')
    .option('--language <language...>', "one or two of en, it, lt, uk; the utility's own where none is given")
    .option('--per-building', 'a sheet for each building instead of one for all')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { pdf, language = [], perBuilding = false, json }: PosterCommandOptions) => {
      const utility = await getUtility()
      const query = new URLSearchParams(language.map((one) => ['language', one]))
      query.set('per', perBuilding ? 'building' : 'works')
      const options = readPosterOptions(query, utility.defaultLanguage)
      const poster = await getPoster(cliActor(), reference, options.per)
      const { renderPosterPdf } = await import('@/components/poster/render-poster-pdf')
      await writeFile(pdf, await renderPosterPdf(poster, utility, options, env().PUBLIC_URL))
      const { buildings, streets } = poster
      print({ json }, { reference, ...options, buildings, streets, file: pdf }, () => `written: ${pdf}`)
    })
}
