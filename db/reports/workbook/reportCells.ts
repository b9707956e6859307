import type { Audience, ShownRate } from '../../../shared/contract/reports.ts'
import { SMALL_GROUP } from '../../../shared/rules/rates.ts'
import type { Translate } from '../../texts/translator.ts'
import type { CellContent } from '../../workbooks/workbookContent.ts'

/**
 * The cells of a report: for people of the program formulas with their values, for outside use values alone
 * and a word where one is hidden.
 */
export interface ReportCells {
  readonly isLive: boolean
  readonly count: (formula: string, value: number | null) => CellContent
  /** `numerator` and `denominator` are cells or formulas. */
  readonly rate: (numerator: string, denominator: string, rate: ShownRate) => CellContent
  /** The words beside a rate: not final, small group. */
  readonly remarks: (denominator: string, rate: ShownRate, pendingFinal?: NotFinal) => CellContent
}

interface NotFinal {
  /** A formula that is true while somebody is still in or has yet to start. */
  readonly formula: string
  /** Null where telling would tell a hidden count. */
  readonly isFinal: boolean | null
}

/** The exact share of a shown rate. */
export const shareOf = ({ numerator, denominator }: ShownRate): number | null =>
  numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

export function reportCells(audience: Audience, t: Translate): ReportCells {
  const isLive = audience === 'identified'
  const word = (mark: 'hidden' | 'noneDue' | 'notFinal' | 'smallGroup') => t(`reports.marks.${mark}`)
  const live = (formula: string, result: string | number | null): CellContent =>
    isLive ? { formula, result: result ?? '' } : result
  return {
    isLive,
    count: (formula, value) => live(formula, value ?? word('hidden')),
    rate: (numerator, denominator, rate) => {
      if (rate.state === 'hidden') return word('hidden')
      const formula = `IF(${denominator}=0,${quoted(word('noneDue'))},${numerator}/(${denominator}))`
      return live(formula, shareOf(rate) ?? word('noneDue'))
    },
    remarks: (denominator, rate, notFinal) => {
      const isSmall = `AND((${denominator})>0,(${denominator})<${SMALL_GROUP})`
      const small = `IF(${isSmall},${quoted(word('smallGroup'))},"")`
      const marks = [
        ...(notFinal?.isFinal === false ? [word('notFinal')] : []),
        ...(rate.isSmallGroup ? [word('smallGroup')] : []),
      ]
      const text = marks.join(' · ')
      if (notFinal === undefined) return live(small, text)
      const open = notFinal.formula
      return live(
        `IF(${open},${quoted(word('notFinal'))},"")&IF(AND(${open},${isSmall})," · ","")&${small}`,
        text,
      )
    },
  }
}
