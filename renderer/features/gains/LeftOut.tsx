import { useTranslation } from 'react-i18next'
import type { LeftOutOfTables } from '../../../shared/contract/explain.ts'
import { ExplainedSentence } from '../explain/ExplainedSentence.tsx'

interface LeftOutProps {
  programYear: number
  /** Why they stand in no row. */
  why: LeftOutOfTables
  /** How many. */
  count: number
}

/** How many stand in no row of a federal table, and why: one sentence, of which the number opens. */
export function LeftOut({ programYear, why, count }: LeftOutProps) {
  const { t, i18n } = useTranslation('gains')
  return (
    <ExplainedSentence
      say={(number) => t(`leftOut.${why}.sentence`, { count, number })}
      numbers={[
        {
          ...{ title: t(`leftOut.${why}.title`), of: '', definition: why },
          text: new Intl.NumberFormat(i18n.language).format(count),
          asked: { explain: 'federal', input: { programYear, counted: { table: 'none', number: why } } },
        },
      ]}
    />
  )
}
