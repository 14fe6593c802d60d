import { seedDemoCalls } from './call-notes'
import { seedDemoCoverage } from './coverage'
import { isEmpty } from './is-empty'
import { seedDemoTown } from './seed-demo-town'
import { hasDemoWorks, seedDemoWorks } from './works'

/** Gives an empty database the demo town, then its history up to `now`. `say` gets a line for each thing done. */
export async function seedDemo(now: Date, say: (line: string) => void): Promise<void> {
  if (await isEmpty()) {
    say('… Building the demo town')
    let before = ''
    await seedDemoTown(now, (done, total, step) => {
      if (step !== before) say(`… Building the demo town: ${step} (${Math.round((100 * done) / total)} %)`)
      before = step
    })
    say('✓ Building the demo town')
  }
  if (!(await hasDemoWorks())) {
    say('… Playing its last weeks')
    await seedDemoCoverage(now)
    await seedDemoWorks(now)
    await seedDemoCalls(now)
    say('✓ Playing its last weeks')
  }
}
