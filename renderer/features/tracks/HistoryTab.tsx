import { useTranslation } from 'react-i18next'
import type { Track, TrackVersion } from '../../../shared/contract/tracks.ts'
import { versionChanges, type VersionChange } from '../../../shared/rules/screening/versionChanges.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { RequirementList } from './RequirementSummary.tsx'
import { useRuleWords } from './ruleWords.ts'
import styles from './Tracks.module.css'

/** Every version of the rules, newest first, each with what it changed. */
export function HistoryTab({ track }: { track: Track }) {
  return (
    <div className={styles.parts}>
      {track.versions.map((version) => (
        <Version key={version.id} version={version} track={track} />
      ))}
    </div>
  )
}

function Version({ version, track }: { version: TrackVersion; track: Track }) {
  const { t, i18n } = useTranslation('tracks')
  const former = track.versions
    .filter((one) => one.version < version.version)
    .toSorted((one, other) => other.version - one.version)[0]
  const made = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (
    <Card
      title={t('history.version', {
        version: version.version,
        since: formatDay(version.effectiveFrom, i18n.language),
      })}
      action={version.id === track.inForce ? <Badge kind="success">{t('history.inForce')}</Badge> : undefined}
    >
      <p className={styles.quiet}>
        {t('history.made', {
          date: made.format(new Date(version.createdAt)),
          name: version.createdByName ?? '–',
        })}
      </p>
      {version.note !== null && <p>{version.note}</p>}
      {former && (
        <Changes
          changes={versionChanges(former.requirements, version.requirements)}
          former={former.version}
          components={track.components}
        />
      )}
      <Disclosure label={t('history.show')} note={t('history.count', { count: version.requirements.length })}>
        <RequirementList requirements={version.requirements} components={track.components} />
      </Disclosure>
    </Card>
  )
}

interface ChangesProps {
  changes: readonly VersionChange[]
  former: number
  components: Track['components']
}

/** What one version says otherwise than the one before it, in words. */
export function Changes({ changes, former, components }: ChangesProps) {
  const { t } = useTranslation('tracks')
  const { language, rule, margin } = useRuleWords(components)
  const same = t('history.same', { version: former })
  function inWords(change: VersionChange): string[] {
    if (change.kind === 'reordered') return [t('history.reordered')]
    if (change.kind !== 'changed')
      return [t(`history.${change.kind}`, { requirement: change.requirement.message[language] })]
    const { before, after, fields } = change
    const requirement = after.message[language]
    return fields.map((field) => {
      switch (field) {
        case 'rule':
          return t('history.changedFrom', { requirement, before: rule(before), after: rule(after) })
        case 'strength':
          return t('history.changedFrom', {
            requirement,
            before: t(`core:words.requirementStrengths.${before.strength}`),
            after: t(`core:words.requirementStrengths.${after.strength}`),
          })
        case 'margin':
          return t('history.marginChanged', {
            requirement,
            before: margin(before.margin),
            after: margin(after.margin),
          })
        case 'waivable':
          return t(after.waivable ? 'history.nowWaivable' : 'history.noLongerWaivable', { requirement })
        case 'maximumAgeDays':
          return after.maximumAgeDays === null
            ? t('history.anyAge', { requirement })
            : t('history.maximumAge', { requirement, count: after.maximumAgeDays })
        case 'message':
        case 'nextStep':
        case 'offeredBy':
        case 'source':
          return t('history.textChanged', { requirement, field: t(`requirement.${field}`) })
      }
    })
  }
  const lines = changes.flatMap(inWords)
  if (lines.length === 0) return <p>{same}</p>
  return (
    <div>
      <p className={styles.quiet}>{t('history.against', { version: former })}</p>
      <ul className={styles.changes}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
