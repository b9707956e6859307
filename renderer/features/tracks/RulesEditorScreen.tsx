import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import type { Track } from '../../../shared/contract/tracks.ts'
import { blankRequirement } from '../../../shared/rules/screening/newRequirement.ts'
import type { Requirement } from '../../../shared/rules/screening/requirements.ts'
import { versionChanges } from '../../../shared/rules/screening/versionChanges.ts'
import { api, failureFrom } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { AddIcon, SaveIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useDraft } from '../../useDraft.ts'
import { useFailureText } from '../../useFailureText.ts'
import { EditableRequirement } from './EditableRequirement.tsx'
import { Changes } from './HistoryTab.tsx'
import { RequirementDialog } from './RequirementDialog.tsx'
import { ruleKinds } from './ruleKinds.ts'
import { trackPath } from './trackPaths.ts'
import styles from './Tracks.module.css'

/** Writes the next version of a track's entry rules; the versions before stay as they are. */
export function RulesEditorScreen() {
  const { id } = useParams()
  const mayChange = useMay('director')
  const shown = useFailureText()
  const track = useQuery(api.tracks.get.queryOptions({ input: { id: Number(id) } }))
  if (!mayChange) return <Redirect to={trackPath(Number(id))} replace />
  if (track.isError) {
    const { message } = shown(failureFrom(track.error))
    return <ErrorState message={message} onRetry={() => void track.refetch()} />
  }
  return track.data ? <RulesEditor key={id} track={track.data} /> : <Skeleton lines={10} />
}

/** Every key that a requirement of the track or of the draft has or had. */
function takenKeys(track: Track, draft: readonly Requirement[]): Set<string> {
  const all = [...track.versions.flatMap(({ requirements }) => [...requirements]), ...draft]
  return new Set(
    all.flatMap(({ key, rule }) =>
      rule.kind === 'anyOf' ? [key, ...rule.members.map((m) => m.key)] : [key],
    ),
  )
}

const noRules: readonly Requirement[] = []

function RulesEditor({ track }: { track: Track }) {
  const { t, i18n } = useTranslation('tracks')
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const { today } = useSession()
  const toasts = useToasts()
  const [, navigate] = useLocation()
  const newest = track.versions.toSorted((one, other) => other.version - one.version)[0]
  const written = newest?.requirements ?? noRules
  const [requirements, change] = useDraft(`rules of track ${track.id}`, written)
  const [wasKept] = useState(versionChanges(written, requirements).length > 0)
  const [effectiveFrom, setEffectiveFrom] = useState<string | null>(today)
  const [note, setNote] = useDraft(`note on the rules of ${track.id}`, '')
  const [isDateMissing, setDateMissing] = useState(false)
  const [editing, setEditing] = useDraft<Requirement | null>(`rule being written for ${track.id}`, null)
  const save = useCommand(api.tracks.saveVersion)
  const changes = versionChanges(written, requirements)

  function put(requirement: Requirement) {
    const isNew = !requirements.some(({ key }) => key === requirement.key)
    change(
      isNew
        ? [...requirements, requirement]
        : requirements.map((one) => (one.key === requirement.key ? requirement : one)),
    )
    setEditing(null)
  }
  function move(index: number, by: -1 | 1) {
    const next = [...requirements]
    const [moved] = next.splice(index, 1)
    if (moved) next.splice(index + by, 0, moved)
    change(next)
  }
  function remove(requirement: Requirement) {
    const before = requirements
    change(requirements.filter(({ key }) => key !== requirement.key))
    toasts.show({
      message: t('editor.removed', { requirement: requirement.message[language] }),
      undo: () => change(before),
    })
  }
  function send() {
    setDateMissing(effectiveFrom === null)
    if (effectiveFrom === null) return
    save.run(
      { trackId: track.id, effectiveFrom, requirements, note },
      {
        onSuccess: () => {
          change(written)
          setNote('')
          toasts.show({ message: t('editor.saved') })
          navigate(trackPath(track.id))
        },
      },
    )
  }
  return (
    <>
      <PageHeader
        back={<Link href={`#${trackPath(track.id)}`}>{track.name[language]}</Link>}
        title={t('editor.title')}
        subtitle={t('editor.subtitle')}
        actions={
          <>
            <MenuButton
              icon={AddIcon}
              label={t('editor.add')}
              actions={ruleKinds.map((kind) => ({
                id: kind,
                label: t(`kinds.${kind}`),
                onAction: () => setEditing(blankRequirement(kind, takenKeys(track, requirements))),
              }))}
            />
            <Button variant="primary" icon={SaveIcon} isPending={save.isPending} onPress={send}>
              {t('editor.save')}
            </Button>
          </>
        }
      />
      <div className={styles.parts}>
        <FormErrors errors={save.failure?.items ?? []} />
        {wasKept && changes.length > 0 && (
          <Notice
            kind="info"
            action={
              <Button isSmall onPress={() => change(written)}>
                {t('editor.discard')}
              </Button>
            }
          >
            {t('editor.kept')}
          </Notice>
        )}
        <ul className={styles.requirements} aria-label={t('tabs.rules')}>
          {requirements.map((requirement, index) => (
            <EditableRequirement
              key={requirement.key}
              requirement={requirement}
              components={track.components}
              fault={save.failure?.fields[`requirements.${index}`]}
              isFirst={index === 0}
              isLast={index === requirements.length - 1}
              onEdit={() => setEditing(requirement)}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(requirement)}
            />
          ))}
        </ul>
        <Card title={t('editor.newVersion')}>
          <div className={styles.save}>
            <DateTextField
              label={t('editor.effectiveFrom')}
              name="effectiveFrom"
              value={effectiveFrom}
              onChange={setEffectiveFrom}
              today={today}
              isRequired
              errorMessage={
                isDateMissing && effectiveFrom === null
                  ? t('editor.dateMissing')
                  : save.failure?.fields.effectiveFrom
              }
            />
            <TextArea
              label={t('editor.note')}
              hint={t('editor.noteHint')}
              name="note"
              value={note}
              onChange={setNote}
              errorMessage={save.failure?.fields.note}
            />
            {newest && <Changes changes={changes} former={newest.version} components={track.components} />}
          </div>
        </Card>
      </div>
      {editing && (
        <RequirementDialog
          track={track}
          requirement={editing}
          taken={takenKeys(track, requirements)}
          onSave={put}
          onCancel={() => setEditing(null)}
        />
      )}
    </>
  )
}
