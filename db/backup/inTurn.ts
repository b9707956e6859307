/** Runs one piece of work after the other, in the order of asking; one that fails does not stop the next. */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve()

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(work)
    this.#last = mine.catch(() => {})
    return mine
  }
}
