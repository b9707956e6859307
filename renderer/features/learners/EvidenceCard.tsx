import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AskedEvidence, EvidenceRecord } from '../../../shared/contract/evidence.ts'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { EvidenceItem } from './EvidenceItem.tsx'
import { RecordEvidenceDialog } from './RecordEvidenceDialog.tsx'
import styles from './LearnerScreen.module.css'
import { useDraft } from '../../useDraft.ts'

/** One line of the checklist: what is asked, and all that is on record about it, newest first. */
export interface ChecklistItem extends AskedEvidence {
  records: EvidenceRecord[]
}

const sameThing = (
  one: { kind: string; evidenceKey: string },
  other: { kind: string; evidenceKey: string },
) => one.kind === other.kind && one.evidenceKey === other.evidenceKey

/** What the tracks ask for, and below it what is on record though no track asks for it any more. */
function checklist(asked: readonly AskedEvidence[], records: readonly EvidenceRecord[]): ChecklistItem[] {
  const unasked = records.filter((record) => !asked.some((one) => sameThing(one, record)))
  const extra = unasked.filter((record, at) => unasked.findIndex((one) => sameThing(one, record)) === at)
  const items: AskedEvidence[] = [
    ...asked,
    ...extra.map(({ kind, evidenceKey }) => ({
      kind,
      evidenceKey,
      label: { en: evidenceKey, es: evidenceKey },
      trackIds: [],
      asksDocumentDate: false,
      asksDoses: false,
    })),
  ]
  return items.map((item) => ({ ...item, records: records.filter((record) => sameThing(record, item)) }))
}

/** Documents checked, components done, interviews held: never what a document says. */
export function EvidenceCard({ learner }: { learner: LearnerRecord }) {
  const { t } = useTranslation('learners')
  const asked = useQuery(api.evidence.asked.queryOptions({ input: {} }))
  const [recording, setRecording] = useDraft<ChecklistItem | null>(
    `recording evidence of ${learner.id}`,
    null,
  )
  const mayRecord = useMay('coordinator', 'director', 'staff')
  const items = checklist(asked.data ?? [], learner.evidence)
  // What the track of interest asks, and what is on record already, comes first; the rest is folded away.
  const isNear = (item: ChecklistItem) =>
    item.records.length > 0 ||
    (learner.interestTrackId !== null && item.trackIds.includes(learner.interestTrackId))
  const near = items.filter(isNear)
  const far = items.filter((item) => !isNear(item))
  const list = (some: readonly ChecklistItem[]) => (
    <ul className={styles.checklist}>
      {some.map((item) => (
        <EvidenceItem
          key={`${item.kind} ${item.evidenceKey}`}
          item={item}
          learnerId={learner.id}
          onRecord={mayRecord ? () => setRecording(item) : undefined}
        />
      ))}
    </ul>
  )
  return (
    <Card title={t('evidence.title')}>
      {items.length === 0 && <p>{t('evidence.empty')}</p>}
      {near.length > 0 && list(near)}
      {far.length > 0 && (
        <Disclosure label={t('evidence.others')} note={t('evidence.otherCount', { count: far.length })}>
          {list(far)}
        </Disclosure>
      )}
      {recording && (
        <RecordEvidenceDialog learnerId={learner.id} item={recording} onClose={() => setRecording(null)} />
      )}
    </Card>
  )
}
