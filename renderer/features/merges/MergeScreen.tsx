import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { mayMerge, type MergePreview } from '../../../shared/contract/merges.ts'
import { displayName } from '../../../shared/values/names.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { MergeIcon, SwapIcon } from '../../ui/icons.ts'
import { InlineError } from '../../ui/InlineError.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useDraft } from '../../useDraft.ts'
import { useFailureText } from '../../useFailureText.ts'
import { learnerPath } from '../learners/learnerPaths.ts'
import { DoubleChoices, type SidesChosen } from './DoubleChoices.tsx'
import { FactChoices, type FactsChosen } from './FactChoices.tsx'
import { mergePath } from './mergePaths.ts'
import styles from './Merges.module.css'
import { MergeWarnings } from './MergeWarnings.tsx'
import { MovesCard } from './MovesCard.tsx'
import { useMergeWords } from './useMergeWords.ts'

interface Choices {
  readonly facts: FactsChosen
  readonly doubles: SidesChosen
}

const noChoices: Choices = { facts: {}, doubles: {} }

/** Two records side by side: which facts the one record has, what counts, what goes over. */
export function MergeScreen() {
  const { t } = useTranslation('merges')
  const say = useFailureText()
  const { firstId, secondId } = useParams()
  const [keptId, otherId] = [Number(firstId), Number(secondId)]
  const may = useMay(...mayMerge)
  const preview = useQuery({
    ...api.merges.preview.queryOptions({ input: { keptId, otherId } }),
    enabled: may,
  })
  const back = <Link href={`#${learnerPath(keptId)}`}>{t('backToLearner')}</Link>
  if (!may || (preview.error && !preview.data)) {
    return (
      <>
        <PageHeader back={back} title={t('title')} />
        {may ? (
          <ErrorState
            message={say(failureFrom(preview.error)).message}
            onRetry={() => void preview.refetch()}
          />
        ) : (
          <EmptyState title={t('notYours')}>{t('notYoursHint')}</EmptyState>
        )}
      </>
    )
  }
  if (!preview.data) return <Skeleton lines={12} />
  return <MergeForm key={`${keptId} ${otherId}`} preview={preview.data} back={back} />
}

function MergeForm({ preview, back }: { preview: MergePreview; back: React.ReactNode }) {
  const { t } = useTranslation('merges')
  const { personText, moment } = useMergeWords()
  const [, navigate] = useLocation()
  const toasts = useToasts()
  const { kept, other, doubles, signature } = preview
  const [keptId, otherId] = [kept.learnerId, other.learnerId]
  const [choices, setChoices] = useDraft<Choices>(`merge ${keptId} ${otherId}`, noChoices)
  const merge = useCommand(api.merges.merge)
  const open = doubles.filter(({ key, proposed }) => (choices.doubles[key] ?? proposed) === null).length
  const isFull = preview.warnings.some(({ code }) => code === 'tooManyPhones')
  const known = new Set(doubles.map(({ key }) => key))
  const submit = () =>
    merge.run(
      {
        ...{ keptId, otherId, signature },
        facts: {
          ...Object.fromEntries(preview.facts.map(({ fact, proposed }) => [fact, proposed])),
          ...choices.facts,
        },
        // A choice about an entry that is gone by now is none.
        doubles: Object.fromEntries(Object.entries(choices.doubles).filter(([key]) => known.has(key))),
      },
      {
        onSuccess: () => {
          setChoices(noChoices)
          toasts.show({ message: t('merged', { name: displayName(kept) }) })
          navigate(learnerPath(keptId), { replace: true })
        },
      },
    )
  return (
    <>
      <PageHeader
        back={back}
        title={t('title')}
        subtitle={t('lead')}
        actions={
          <>
            <Button icon={SwapIcon} onPress={() => navigate(mergePath(otherId, keptId), { replace: true })}>
              {t('swap')}
            </Button>
            <Button
              variant="primary"
              icon={MergeIcon}
              isDisabled={open > 0 || isFull}
              isPending={merge.isPending}
              onPress={submit}
            >
              {t('merge')}
            </Button>
          </>
        }
      />
      <div className={styles.screen}>
        <p className={styles.open} role="status">
          {open > 0 ? t('open', { count: open }) : t(isFull ? 'phonesFirst' : 'ready')}
        </p>
        {merge.failure && <InlineError>{merge.failure.message}</InlineError>}
        <MergeWarnings warnings={preview.warnings} />
        <div className={styles.people}>
          <span />
          {[kept, other].map((person, index) => (
            <div key={person.learnerId} className={styles.person}>
              <span className={styles.side}>{t(index === 0 ? 'keptRecord' : 'otherRecord')}</span>
              <Link href={`#${learnerPath(person.learnerId)}`}>{personText(person)}</Link>
              <span className={styles.quiet}>{t('person.added', { day: moment(person.createdAt) })}</span>
            </div>
          ))}
        </div>
        <DoubleChoices
          doubles={doubles}
          chosen={choices.doubles}
          onChoose={(key, side) =>
            setChoices((before) => ({ ...before, doubles: { ...before.doubles, [key]: side } }))
          }
        />
        <FactChoices
          preview={preview}
          chosen={choices.facts}
          onChoose={(fact, choice) =>
            setChoices((before) => ({ ...before, facts: { ...before.facts, [fact]: choice } }))
          }
        />
        <MovesCard preview={preview} />
      </div>
    </>
  )
}
