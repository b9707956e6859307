import { crashes, type Figures } from './crashes.ts'

/** Far enough apart that no two lanes come to the same seed. */
const betweenLanes = 1_000_000

/** The same in several programs side by side: a kill waits for the disk more than it works. */
export async function crashesInLanes(
  entry: string,
  { kills, seed, lanes }: { kills: number; seed: number; lanes: number },
): Promise<Figures> {
  const figures: Figures = new Map()
  const share = Math.ceil(kills / lanes)
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) => crashes(entry, share, seed + lane * betweenLanes, figures)),
  )
  return figures
}

/** What was under way at the kills and how often it was kept as a whole, a line for each kind. */
export function inLines(figures: Figures): string {
  const lines = [...figures].map(
    ([kind, { kills, keptWhole }]) => `${kind}: ${kills} kills, ${keptWhole} kept whole`,
  )
  const total = [...figures.values()].reduce((sum, { kills }) => sum + kills, 0)
  return [...lines.sort(), `${total} kills survived, nothing lost, nothing half done`].join('\n')
}
