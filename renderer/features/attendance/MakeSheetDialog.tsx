import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDate } from '../../../shared/values/dates.ts'
import { api, client } from '../../api.ts'
import { ExportDialog } from '../../disclosure/ExportDialog.tsx'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import styles from './Attendance.module.css'

interface MakeSheetDialogProps {
  sectionId: number
  code: string
  span: { from: IsoDate; to: IsoDate }
  onClose: () => void
}

/** Of which days and classes a sheet is made, and for whom: this class, or every running one of its instructor. */
export function MakeSheetDialog({ sectionId, code, span, onClose }: MakeSheetDialogProps) {
  const { t, i18n } = useTranslation('attendance')
  const running = useQuery(api.sections.list.queryOptions({ input: { active: true, limit: 500 } }))
  const [from, setFrom] = useState<IsoDate | null>(span.from)
  const [to, setTo] = useState<IsoDate | null>(span.to)
  const [classes, setClasses] = useState<'this' | 'all'>('this')
  const own = running.data?.rows.find(({ id }) => id === sectionId)
  const ofInstructor = (running.data?.rows ?? [])
    .filter(({ instructorAccountId: id }) => id !== null && id === own?.instructorAccountId)
    .map(({ id }) => id)
  const isTurned = from !== null && to !== null && to < from
  return (
    <ExportDialog
      title={t('sheet.makeTitle')}
      job={client.attendance.sheet}
      input={() => ({
        sectionIds: classes === 'all' ? ofInstructor : [sectionId],
        from: from ?? '',
        to: to ?? '',
        language: i18n.resolvedLanguage === 'es' ? ('es' as const) : ('en' as const),
      })}
      onClose={onClose}
    >
      {ofInstructor.length > 1 && (
        <RadioGroup
          label={t('sheet.classes')}
          options={[
            { id: 'this', label: t('sheet.onlyThis', { code }) },
            {
              id: 'all',
              label: t('sheet.all', { count: ofInstructor.length, name: own?.instructorName ?? '' }),
            },
          ]}
          value={classes}
          onChange={setClasses}
        />
      )}
      <FieldRow>
        <DateTextField label={t('sheet.from')} name="from" isRequired value={from} onChange={setFrom} />
        <DateTextField
          label={t('sheet.to')}
          name="to"
          isRequired
          value={to}
          onChange={setTo}
          errorMessage={isTurned ? t('core:attendance.endsBeforeStart') : undefined}
        />
      </FieldRow>
      <p className={styles.quiet}>{t('sheet.spanHint')}</p>
    </ExportDialog>
  )
}
