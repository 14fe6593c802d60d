import { type Button, type Dialogue, type Effect, HOME, type Say, type Step, type Turn } from './bots'
import { menuButtons, promptOf } from './prompt-of'

/** Goes to a step and asks what is asked there, after `says`. */
export function goTo({ isGroup }: Dialogue, step: Step, says: Say[] = []): Turn {
  const prompt = promptOf(step, isGroup)
  return { dialogue: { step, isGroup }, reply: { says: [...says, ...prompt.says], buttons: prompt.buttons } }
}

/** Says something, and asks again what was asked; at home the menu's buttons stand below. */
export function sayMeanwhile(dialogue: Dialogue, says: Say[], buttons: Button[][] = []): Turn {
  if (dialogue.step.at !== 'home') return goTo(dialogue, dialogue.step, says)
  return { dialogue, reply: { says, buttons: [...buttons, ...menuButtons(dialogue.isGroup)] } }
}

/** Says something, and what was asked is done with. */
export function finish({ isGroup }: Dialogue, says: Say[], buttons: Button[][] = []): Turn {
  return sayMeanwhile({ step: HOME, isGroup }, says, buttons)
}

/** Has something done first; the dialogue stays where it is, or goes to `step`. */
export function ask({ step, isGroup }: Dialogue, effect: Effect, next: Step = step): Turn {
  return { dialogue: { step: next, isGroup }, effect }
}
