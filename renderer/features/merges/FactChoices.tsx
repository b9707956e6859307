import { useTranslation } from 'react-i18next'
import type { MergedFactRow, MergePreview } from '../../../shared/contract/merges.ts'
import type { FactChoice, MergedFact } from '../../../shared/rules/merging.ts'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import styles from './Merges.module.css'
import { useMergeWords } from './useMergeWords.ts'

export type FactsChosen = Readonly<Partial<Record<MergedFact, FactChoice>>>

interface FactChoicesProps {
  preview: MergePreview
  chosen: FactsChosen
  onChoose: (fact: MergedFact, choice: FactChoice) => void
}

/** The facts in which the records differ, each to be taken from one of them; those alike are folded away. */
export function FactChoices({ preview, chosen, onChoose }: FactChoicesProps) {
  const { t } = useTranslation('merges')
  const { factName, factText } = useMergeWords(preview.tracks)
  const differing = preview.facts.filter(({ reason }) => reason !== 'same')
  const alike = preview.facts.filter(({ reason, kept }) => reason === 'same' && kept !== null && kept !== '')
  return (
    <Card title={t('facts.title')}>
      {differing.length === 0 && <p className={styles.quiet}>{t('facts.noneDiffer')}</p>}
      {differing.map((row) => (
        <FactChoiceRow
          key={row.fact}
          row={row}
          preview={preview}
          choice={chosen[row.fact] ?? row.proposed}
          onChoose={onChoose}
        />
      ))}
      {alike.length > 0 && (
        <Disclosure label={t('facts.alike', { count: alike.length })}>
          <KeyValueList
            items={alike.map(({ fact, kept }) => ({ label: factName(fact), value: factText(fact, kept) }))}
          />
        </Disclosure>
      )}
    </Card>
  )
}

interface FactChoiceRowProps {
  row: MergedFactRow
  preview: MergePreview
  choice: FactChoice
  onChoose: (fact: MergedFact, choice: FactChoice) => void
}

function FactChoiceRow({ row, preview, choice, onChoose }: FactChoiceRowProps) {
  const { t } = useTranslation('merges')
  const { factName, factText, originText } = useMergeWords(preview.tracks)
  const { fact, kept, other, reason, proposed } = row
  const isSaid = choice === proposed && (reason === 'status' || reason === 'typed' || reason === 'newer')
  const options = [
    {
      id: 'kept' as const,
      label: factText(fact, kept),
      detail: kept ? originText(row.keptOrigin) : undefined,
    },
    {
      id: 'other' as const,
      label: factText(fact, other),
      detail: other ? originText(row.otherOrigin) : undefined,
    },
  ].map(({ detail, ...option }) => (detail === undefined ? option : { ...option, detail }))
  return (
    <RadioGroup<FactChoice>
      label={factName(fact)}
      name={fact}
      isInColumns
      orientation="horizontal"
      options={fact === 'notes' ? [...options, { id: 'both', label: t('facts.bothNotes') }] : options}
      value={choice}
      onChange={(next) => onChoose(fact, next)}
      {...(isSaid ? { hint: t(`reason.${reason}`) } : {})}
    />
  )
}
