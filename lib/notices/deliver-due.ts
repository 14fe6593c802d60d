import { Channel } from '@/lib/db/generated/enums'
import { chooseSender } from './choose-sender'
import { currentSenders } from './current-senders'
import { deliverBatch } from './deliver-batch'

/** While some batches wait for their provider or their turn, others are made ready. */
const LANES = 4

export interface DeliverOptions {
  /** Asked before each batch: no more is taken when true. */
  isOver?: () => boolean
}

async function deliverOne(channel: Channel, instant: () => Promise<Date>): Promise<number> {
  const sender = await chooseSender(await currentSenders(), channel)
  return sender ? deliverBatch(channel, sender, await instant()) : 0
}

async function runLane(channel: Channel, instant: () => Promise<Date>, isOver: () => boolean): Promise<number> {
  let delivered = 0
  while (!isOver()) {
    const taken = await deliverOne(channel, instant)
    if (taken === 0) break
    delivered += taken
  }
  return delivered
}

/** Waits for all, also when one fails: its failure is thrown at the end. */
async function addUp(counts: Array<Promise<number>>): Promise<number> {
  const ends = await Promise.allSettled(counts)
  const failure = ends.find((end) => end.status === 'rejected')
  if (failure) throw failure.reason
  return ends.reduce((sum, end) => sum + (end.status === 'fulfilled' ? end.value : 0), 0)
}

/** Delivers what is due of one channel, batch by batch, until nothing is left or its provider wants to be left alone. Returns how many messages. */
export async function deliverChannel(
  channel: Channel,
  instant: () => Promise<Date>,
  { isOver = () => false }: DeliverOptions = {},
): Promise<number> {
  const first = await deliverOne(channel, instant)
  if (first === 0) return 0
  return first + (await addUp(Array.from({ length: LANES }, () => runLane(channel, instant, isOver))))
}

/** The same for every channel side by side, so that a slow one holds up no other. */
export function deliverDue(instant: () => Promise<Date>, options: DeliverOptions = {}): Promise<number> {
  return addUp(Object.values(Channel).map((channel) => deliverChannel(channel, instant, options)))
}
