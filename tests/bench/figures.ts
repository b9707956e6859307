/** One measured figure: what it was, how long it took, and what it is compared with. */
export interface Figure {
  name: string
  milliseconds: number
  /** The aim, in milliseconds. */
  aim: number
  /** The bare work under it, in milliseconds; the ratio tells what the app adds. */
  bare?: { name: string; milliseconds: number }
  note?: string
}

/** How long `work` takes, in milliseconds, and what it gives. */
export async function timed<Result>(work: () => Result | Promise<Result>): Promise<[number, Result]> {
  const start = performance.now()
  const result = await work()
  return [performance.now() - start, result]
}

/** The 95th percentile of repeated runs of `work`, which is told the number of the run. */
export async function percentile95(runs: number, work: (run: number) => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push((await timed(() => work(run)))[0])
  times.sort((a, b) => a - b)
  return times[Math.ceil(runs * 0.95) - 1]!
}

const seconds = (milliseconds: number) =>
  milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`

/** Prints one figure on one line: time, aim, and the ratio to the bare work under it. */
export function printFigure({ name, milliseconds, aim, bare, note }: Figure): void {
  const verdict = milliseconds <= aim ? 'within' : 'OVER'
  const ratio = bare
    ? ` · ${(milliseconds / bare.milliseconds).toFixed(1)} × ${bare.name} (${seconds(bare.milliseconds)})`
    : ''
  console.log(
    `${name}: ${seconds(milliseconds)} · ${verdict} ${seconds(aim)}${ratio}${note ? ` · ${note}` : ''}`,
  )
}
