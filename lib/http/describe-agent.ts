import Bowser from 'bowser'

/** A browser by its name and system, as its owner knows it: "Chrome, Android". Empty where its header says nothing of it. */
export function describeAgent(agent: string): string {
  if (agent === '') return ''
  const { browser, os } = Bowser.parse(agent)
  return [browser.name, os.name].filter(Boolean).join(', ')
}
