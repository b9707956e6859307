import { useTranslation } from 'react-i18next'
import { FieldRow } from '../../ui/Form.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { DraftPart } from './ScoreTableDialog.tsx'
import styles from './ScoreTables.module.css'

const plain = { useGrouping: false, maximumFractionDigits: 0 }

/** The publisher's chart: where each level begins, where the last one ends, and where that is printed. */
export function ChartFields({ draft, change, errors }: DraftPart) {
  const { t } = useTranslation('instruments')
  const setLowest = (index: number, score: number | null) =>
    change({ lowest: draft.lowest.map((other, place) => (place === index ? score : other)) })
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('fields.chart')}</legend>
      <p className={styles.quiet}>{t('fields.chartHint')}</p>
      <div className={styles.chart}>
        {draft.lowest.map((score, index) => (
          <NumberField
            // The levels are a fixed list: the place is the level.
            key={index}
            label={t('fields.levelFrom', { level: index + 1 })}
            name={`levels.${index}.minScore`}
            value={score}
            onChange={(next) => setLowest(index, next)}
            minValue={0}
            maxValue={9999}
            formatOptions={plain}
            errorMessage={errors[`levels.${index}.minScore`]}
          />
        ))}
        <NumberField
          label={t('fields.highest')}
          name="highest"
          value={draft.highest}
          onChange={(highest) => change({ highest })}
          minValue={0}
          maxValue={9999}
          formatOptions={plain}
        />
      </div>
      <FieldRow>
        <NumberField
          label={t('fields.possibleMin')}
          name="possibleScores.min"
          value={draft.possibleMin}
          onChange={(possibleMin) => change({ possibleMin })}
          minValue={0}
          maxValue={9999}
          formatOptions={plain}
          errorMessage={errors['possibleScores.min']}
        />
        <NumberField
          label={t('fields.possibleMax')}
          name="possibleScores.max"
          value={draft.possibleMax}
          onChange={(possibleMax) => change({ possibleMax })}
          minValue={0}
          maxValue={9999}
          formatOptions={plain}
          errorMessage={errors['possibleScores.max']}
        />
      </FieldRow>
      <TextArea
        label={t('fields.source')}
        hint={t('fields.sourceHint')}
        name="source"
        value={draft.source}
        onChange={(source) => change({ source })}
        rows={2}
        errorMessage={errors.source}
        isRequired
      />
    </fieldset>
  )
}
