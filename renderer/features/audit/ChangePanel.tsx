import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Link } from '../../ui/Link.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { useMoment } from '../imports/useMoment.ts'
import { ChangeList } from './ChangeList.tsx'

/** Where the record that an entry is about can be looked at; null where it has no page. */
function addressOf({ learnerId, subject, subjectId }: AuditRow): string | null {
  if (learnerId !== null) return `#/learners/${learnerId}`
  if (subject === 'section') return `#/classes/${subjectId}`
  if (subject === 'cohort') return `#/cohorts/${subjectId}`
  if (subject === 'track') return `#/tracks/${subjectId}`
  return subject === 'import' ? `#/files/${subjectId}` : null
}

/** One entry of the record, beside the list. */
export function ChangePanel({ row, onClose }: { row: AuditRow | null; onClose: () => void }) {
  const { t } = useTranslation('audit')
  const moment = useMoment()
  const address = row && addressOf(row)
  return (
    <SidePanel
      isOpen={row !== null}
      onClose={onClose}
      title={row?.action ?? ''}
      subtitle={row?.about}
      {...(address === null ? {} : { footer: <Link href={address}>{t('changes.openRecord')}</Link> })}
    >
      {row && (
        <>
          <KeyValueList
            items={[
              { label: t('columns.at'), value: moment(row.at) },
              { label: t('columns.who'), value: row.who },
              { label: t('columns.number'), value: row.entryId },
            ]}
          />
          <ChangeList row={row} />
        </>
      )}
    </SidePanel>
  )
}
