import { ExplainedNumber } from './ExplainedNumber.tsx'
import type { NumberToOpen } from './numberToOpen.ts'

/** Stands for the number while the sentence is written; no text holds it. */
const gap = '\u0000'

interface ExplainedSentenceProps {
  /** Writes the sentence around what it is given as the number. */
  say: (number: string) => string
  number: NumberToOpen
}

/** A sentence of which the number opens what it is made of. */
export function ExplainedSentence({ say, number }: ExplainedSentenceProps) {
  const [before = '', after = ''] = say(gap).split(gap)
  return (
    <>
      {before}
      <ExplainedNumber number={number} />
      {after}
    </>
  )
}
