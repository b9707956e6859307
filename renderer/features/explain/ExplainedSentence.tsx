import { ExplainedNumber } from './ExplainedNumber.tsx'
import type { NumberToOpen } from './numberToOpen.ts'

/** Stand for the numbers while the sentence is written; no text holds them. */
const firstGap = 0xe000
const gaps = /([\ue000-\ue00f])/

interface ExplainedSentenceProps {
  /** Writes the sentence around what it is given as the numbers. */
  say: (...numbers: string[]) => string
  numbers: readonly NumberToOpen[]
}

/** A sentence of which the numbers open what they are made of. */
export function ExplainedSentence({ say, numbers }: ExplainedSentenceProps) {
  const parts = say(...numbers.map((_, index) => String.fromCharCode(firstGap + index))).split(gaps)
  return parts.map((part) => {
    const number = numbers[part.charCodeAt(0) - firstGap]
    return number ? <ExplainedNumber key={part} number={number} /> : part
  })
}
