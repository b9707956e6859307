import { useTranslation } from 'react-i18next'
import type { Credential, Track } from '../../../shared/contract/tracks.ts'
import { useMay } from '../../shell/session.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { AddIcon, EditIcon } from '../../ui/icons.ts'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { CredentialDialog } from './CredentialDialog.tsx'
import { TrackDialog } from './TrackDialog.tsx'
import styles from './Tracks.module.css'
import { useDraft } from '../../useDraft.ts'

/** The course: seats, parts and sources, and the credentials it leads to. */
export function CourseTab({ track }: { track: Track }) {
  const { t, i18n } = useTranslation('tracks')
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const mayChange = useMay('director')
  const [isChanging, setChanging] = useDraft(`changing track ${track.id}`, false)
  const [editing, setEditing] = useDraft<Credential | 'new' | null>(`credential of track ${track.id}`, null)
  const components = track.components.map(({ name, hours }) =>
    hours === null ? name[language] : t('componentHours', { name: name[language], hours }),
  )
  return (
    <div className={styles.parts}>
      <Card
        title={t('tabs.course')}
        action={
          mayChange && (
            <Button isSmall icon={EditIcon} onPress={() => setChanging(true)}>
              {t('changeFacts')}
            </Button>
          )
        }
      >
        <KeyValueList
          items={[
            {
              label: t('fields.name'),
              value: `${track.name.en} · ${track.name.es}`,
            },
            { label: t('fields.seats'), value: track.seats ?? '–' },
            {
              label: t('fields.components'),
              value: components.length === 0 ? '–' : components.join(', '),
            },
            ...(track.notes === null ? [] : [{ label: t('fields.notes'), value: track.notes }]),
            ...(track.source === null ? [] : [{ label: t('fields.source'), value: track.source }]),
          ]}
        />
      </Card>
      {track.credentials.map((credential) => (
        <CredentialCard
          key={credential.id}
          credential={credential}
          onChange={mayChange ? () => setEditing(credential) : null}
        />
      ))}
      {mayChange && (
        <div>
          <Button icon={AddIcon} onPress={() => setEditing('new')}>
            {t('credential.add')}
          </Button>
        </div>
      )}
      {isChanging && (
        <TrackDialog track={track} onClose={() => setChanging(false)} onSaved={() => undefined} />
      )}
      {editing !== null && (
        <CredentialDialog
          trackId={track.id}
          credential={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

function CredentialCard({ credential, onChange }: { credential: Credential; onChange: (() => void) | null }) {
  const { t, i18n } = useTranslation('tracks')
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const { name, parts, attemptLimit, windowMonths, noShowUsesAttempt, source, active } = credential
  return (
    <Card
      title={name[language]}
      action={
        <span className={styles.buttons}>
          {!active && <Badge>{t('credential.inactive')}</Badge>}
          {onChange && (
            <Button isSmall icon={EditIcon} onPress={onChange}>
              {t('credential.change')}
            </Button>
          )}
        </span>
      }
    >
      <KeyValueList
        items={[
          { label: t('credential.parts'), value: parts.map((part) => part.name[language]).join(', ') },
          { label: t('credential.attemptLimit'), value: attemptLimit ?? t('credential.noLimit') },
          {
            label: t('credential.window'),
            value:
              windowMonths === null
                ? t('credential.noLimit')
                : t('credential.months', { count: windowMonths }),
          },
          {
            label: t('credential.noShow'),
            value: noShowUsesAttempt ? t('credential.noShowUses') : t('credential.noShowFree'),
          },
          ...(source === null ? [] : [{ label: t('fields.source'), value: source }]),
        ]}
      />
    </Card>
  )
}
