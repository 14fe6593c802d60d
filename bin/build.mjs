// Builds what a start would build, for an image: packages are there, a database is not.
import { build } from './steps/build.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { explain } from './steps/progress.mjs'

try {
  await install()
  await generate()
  await build()
} catch (error) {
  explain(error)
  process.exit(1)
}
