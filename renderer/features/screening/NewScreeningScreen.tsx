import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import type { ScreeningPool } from '../../../shared/contract/screenings.ts'
import { addDays } from '../../../shared/values/dates.ts'
import { api, client } from '../../api.ts'
import { useMay, useSession } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { Form, FieldRow } from '../../ui/Form.tsx'
import { FormErrors, type FieldErrorItem } from '../../ui/FormErrors.tsx'
import { ScreeningIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { useJob } from '../../useJob.ts'
import { CountBar, CountTiles } from './CountTiles.tsx'
import { PoolFields } from './PoolFields.tsx'
import { ReasonsChart } from './ReasonsChart.tsx'
import { screeningPath, screeningsPath } from './screeningPaths.ts'
import { useScreeningWords } from './screeningWords.ts'
import styles from './Screening.module.css'

/** Weeks between a screening and the first day, unless told: time to invite and to sign up. */
const usualWeeksAhead = 3

/** What to screen: a track, the first day, the day the facts must be true on, and whom. */
export function NewScreeningScreen() {
  const { trackId, learnerId } = useParams()
  const mayScreen = useMay('director', 'coordinator')
  if (!mayScreen) return <Redirect to={screeningsPath} replace />
  return (
    <NewScreening
      key={`${trackId} ${learnerId}`}
      firstTrackId={trackId ?? null}
      firstPool={
        learnerId === undefined ? { kind: 'allActive' } : { kind: 'chosen', learnerIds: [Number(learnerId)] }
      }
    />
  )
}

interface NewScreeningProps {
  firstTrackId: string | null
  firstPool: ScreeningPool
}

function NewScreening({ firstTrackId, firstPool }: NewScreeningProps) {
  const { t } = useTranslation('screening')
  const { language, day } = useScreeningWords()
  const { today } = useSession()
  const [, navigate] = useLocation()
  const mayKeep = useMay('director')
  const tracks = useQuery(api.tracks.list.queryOptions({ input: {} }))
  const [trackId, setTrackId] = useState<string | null>(firstTrackId)
  const [startDate, setStartDate] = useState<string | null>(addDays(today, usualWeeksAhead * 7))
  const [asOf, setAsOf] = useState<string | null>(today)
  const [pool, setPool] = useState<ScreeningPool>(firstPool)
  const [missing, setMissing] = useState<readonly FieldErrorItem[]>([])
  const preview = useJob(client.screenings.preview)
  const running = useJob(client.screenings.run, ['screenings'])
  const job = running.isRunning ? running : preview
  const track = tracks.data?.find(({ id }) => String(id) === trackId)

  function withChoice(go: (choice: Parameters<typeof running.run>[0]) => void) {
    const found: FieldErrorItem[] = [
      ...(trackId === null ? [{ field: 'trackId', message: t('choose.trackMissing') }] : []),
      ...(startDate === null ? [{ field: 'startDate', message: t('choose.startMissing') }] : []),
      ...(asOf === null ? [{ field: 'asOf', message: t('choose.asOfMissing') }] : []),
      ...(pool.kind === 'section' && pool.sectionId === 0
        ? [{ field: 'section', message: t('choose.sectionMissing') }]
        : []),
      ...(pool.kind === 'chosen' && pool.learnerIds.length === 0
        ? [{ field: 'chosen', message: t('choose.learnersMissing') }]
        : []),
    ]
    setMissing(found)
    if (found.length > 0 || trackId === null || startDate === null || asOf === null) return
    go({ trackId: Number(trackId), startDate, asOf, pool })
  }
  const keep = () =>
    withChoice((choice) =>
      running.run(choice, { onSuccess: ({ screeningId }) => navigate(screeningPath(screeningId)) }),
    )
  const errors = missing.length > 0 ? missing : (running.failure?.items ?? preview.failure?.items ?? [])
  const result = preview.result
  return (
    <>
      <PageHeader
        back={<Link href={`#${screeningsPath}`}>{t('title')}</Link>}
        title={t('new')}
        subtitle={t('choose.subtitle')}
        actions={
          <>
            <Button
              isDisabled={running.isRunning}
              isPending={preview.isRunning}
              onPress={() => withChoice(preview.run)}
            >
              {t('choose.preview')}
            </Button>
            {mayKeep && (
              <Button variant="primary" icon={ScreeningIcon} isPending={running.isRunning} onPress={keep}>
                {t('choose.run')}
              </Button>
            )}
          </>
        }
      />
      <div className={cx(styles.parts, styles.below)}>
        <Form label={t('new')} onSubmit={mayKeep ? keep : () => withChoice(preview.run)}>
          <FormErrors errors={errors} />
          <div className={styles.form}>
            <Select
              label={t('choose.track')}
              name="trackId"
              options={(tracks.data ?? []).map(({ id, name, status }) => ({
                id: String(id),
                label: name[language],
                detail: t(`core:words.trackStatuses.${status}`),
              }))}
              value={trackId}
              onChange={setTrackId}
              isRequired
              hint={
                track?.rulesSince
                  ? t('choose.rules', { count: track.requirementCount, since: day(track.rulesSince) })
                  : t('choose.trackHint')
              }
            />
            <FieldRow>
              <DateTextField
                label={t('choose.start')}
                name="startDate"
                value={startDate}
                onChange={setStartDate}
                today={today}
                isRequired
              />
              <DateTextField
                label={t('choose.asOf')}
                name="asOf"
                value={asOf}
                onChange={setAsOf}
                today={today}
                isRequired
              />
            </FieldRow>
            <PoolFields value={pool} onChange={setPool} />
          </div>
        </Form>
        {job.isRunning && job.progress && (
          <ProgressBar
            label={t(`core:progress.${job.progress.stage}`)}
            done={job.progress.done}
            total={job.progress.total ?? undefined}
            onCancel={job.cancel}
          />
        )}
        {result && !running.isRunning && (
          <section aria-label={t('counts.title')} className={styles.parts}>
            <CountTiles counts={result.counts} />
            <CountBar counts={result.counts} />
            <ReasonsChart reasons={result.reasons} requirements={result.requirements} />
          </section>
        )}
      </div>
    </>
  )
}
