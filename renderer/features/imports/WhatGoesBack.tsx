import { useTranslation } from 'react-i18next'
import type { KeptRecord, UndoPreview } from '../../../shared/contract/pastImports.ts'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import styles from './Files.module.css'
import { useImportWords, type KnownWords } from './useImportWords.ts'

interface WhatGoesBackProps {
  preview: UndoPreview
  /** Tracks by which values get their words. */
  known: KnownWords
}

/** What undoing an import takes back, kind by kind, and what stays because of later work. */
export function WhatGoesBack({ preview, known }: WhatGoesBackProps) {
  const { t, i18n } = useTranslation('imports')
  const { fieldName, valueText } = useImportWords(known)
  const { counts, subjects, kept } = preview
  const number = new Intl.NumberFormat(i18n.language)
  const list = new Intl.ListFormat(i18n.language)
  const count = (id: 'removed' | 'putBack' | 'kept') => ({
    id,
    label: t(`undo.${id}`),
    isNumeric: true,
    cell: (row: UndoPreview['subjects'][number]) => number.format(row[id]),
  })

  const why = ({ reason, entries }: KeptRecord): string =>
    t(`undo.reasons.${reason}`, { what: list.format(entries.map((entry) => t(`undo.entries.${entry}`))) })

  const values = ({ changes }: KeptRecord): string =>
    changes.map(({ field, after }) => `${fieldName(field)}: ${valueText(field, after)}`).join(' · ')

  return (
    <>
      <p className={styles.quiet}>{t('undo.lead')}</p>
      {subjects.length === 0 ? (
        <p className={styles.quiet}>{t('undo.nothing')}</p>
      ) : (
        <SimpleTable
          caption={t('undo.whatGoes')}
          hasVisibleCaption
          rows={subjects}
          rowKey={({ subject }) => subject}
          columns={[
            {
              id: 'subject',
              label: t('past.record'),
              isRowHeader: true,
              cell: ({ subject }) => t(`subjects.${subject}`),
            },
            count('removed'),
            count('putBack'),
            count('kept'),
          ]}
        />
      )}
      {kept.length > 0 && (
        <SimpleTable
          caption={t('undo.whatStays', { count: counts.kept })}
          hasVisibleCaption
          rows={kept}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'name',
              label: t('review.name'),
              isRowHeader: true,
              cell: ({ label, learnerId }) =>
                learnerId === null ? label || '–' : <Link href={`#/learners/${learnerId}`}>{label}</Link>,
            },
            { id: 'subject', label: t('past.record'), cell: ({ subject }) => t(`subjects.${subject}`) },
            { id: 'why', label: t('undo.why'), cell: why },
            { id: 'values', label: t('undo.values'), cell: (row) => values(row) || '–' },
          ]}
        />
      )}
      {counts.kept > kept.length && (
        <p className={styles.quiet}>{t('undo.more', { count: counts.kept - kept.length })}</p>
      )}
    </>
  )
}
