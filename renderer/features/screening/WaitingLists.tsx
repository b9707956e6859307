import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WaitlistEntry } from '../../../shared/contract/waitlist.ts'
import { api } from '../../api.ts'
import { useMay, useSession } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { WaitingIcon } from '../../ui/icons.ts'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useScreeningWords } from './screeningWords.ts'
import styles from './Screening.module.css'
import { WaitlistPanel } from './WaitlistPanel.tsx'

/** The line of one track, in its order, with the day to look again. */
export function WaitingLists() {
  const { t } = useTranslation('screening')
  const { language, number } = useScreeningWords()
  const tracks = useQuery(api.tracks.list.queryOptions({ input: {} }))
  const [chosen, setChosen] = useState<string | null>(null)
  if (!tracks.data) return <Skeleton lines={6} />
  const longest = tracks.data.toSorted((one, other) => other.waiting - one.waiting)[0]
  const track = tracks.data.find(({ id }) => String(id) === chosen) ?? longest
  return (
    <div className={styles.parts}>
      <div className={styles.filters}>
        <Select
          label={t('waiting.track')}
          options={tracks.data.map(({ id, name, waiting }) => ({
            id: String(id),
            label: `${name[language]} (${number(waiting)})`,
          }))}
          value={track ? String(track.id) : null}
          onChange={setChosen}
        />
      </div>
      {track && <Line key={track.id} trackId={track.id} trackName={track.name[language]} />}
    </div>
  )
}

function Line({ trackId, trackName }: { trackId: number; trackName: string }) {
  const { t } = useTranslation('screening')
  const { day, number } = useScreeningWords()
  const { today } = useSession()
  const mayChange = useMay('director', 'coordinator')
  const line = useQuery(api.waitlist.list.queryOptions({ input: { trackId, limit: 200 } }))
  const [openId, setOpenId] = useState<number | null>(null)
  if (!line.data) return <Skeleton lines={6} />
  const open = line.data.rows.find(({ id }) => id === openId) ?? null
  const lookAgain = ({ lookAgainOn }: WaitlistEntry) =>
    lookAgainOn === null ? (
      '–'
    ) : lookAgainOn <= today ? (
      <StatusDot kind="warning">{t('waiting.due', { date: day(lookAgainOn) })}</StatusDot>
    ) : (
      day(lookAgainOn)
    )
  return (
    <>
      {line.data.total > 0 && (
        <p>
          <ExplainedNumber
            number={{
              title: t('waiting.title'),
              of: trackName,
              text: t('waiting.people', { count: line.data.total }),
              definition: 'waiting',
              asked: { explain: 'today', input: { number: 'waiting', trackId } },
            }}
          />
        </p>
      )}
      <DataTable
        label={t('waiting.title')}
        items={line.data.rows}
        rowId={({ id }) => id}
        onOpen={({ id }) => setOpenId(id)}
        empty={
          <EmptyState title={t('waiting.none')} icon={WaitingIcon}>
            {t('waiting.firstStep')}
          </EmptyState>
        }
        columns={[
          {
            id: 'position',
            label: t('waiting.place'),
            cell: ({ position }) => number(position),
            isNumeric: true,
          },
          { id: 'name', label: t('results.learner'), isRowHeader: true, cell: (row) => row.learnerName },
          { id: 'studentId', label: t('waiting.studentId'), cell: (row) => row.studentId ?? '' },
          { id: 'addedOn', label: t('waiting.since'), cell: (row) => day(row.addedOn) },
          { id: 'lookAgainOn', label: t('decide.lookAgain'), cell: lookAgain },
          { id: 'note', label: t('waiting.note'), cell: (row) => row.note ?? '' },
        ]}
      />
      {line.data.total > line.data.rows.length && (
        <p className={styles.quiet}>
          {t('results.count', { shown: number(line.data.rows.length), total: number(line.data.total) })}
        </p>
      )}
      <WaitlistPanel
        key={openId}
        entry={open}
        length={line.data.total}
        mayChange={mayChange}
        onClose={() => setOpenId(null)}
      />
    </>
  )
}
