import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { equivalencyStates, learnerStatuses, schoolingLevels } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { rareFields, type LearnerDraft } from './learnerDraft.ts'
import { useLearnerWords } from './learnerWords.ts'
import { PhoneFields } from './PhoneFields.tsx'

interface LearnerFieldsProps {
  draft: LearnerDraft
  onChange: (changed: Partial<LearnerDraft>) => void
  /** What is wrong with each field, by its name. */
  errors: Readonly<Record<string, string>>
  /** Shows the status; a new learner is active. */
  hasStatus?: boolean
}

/** A choice that can also be left open. */
const unknown = 'unknown'

/** The fields of a learner: few in sight, the optional ones folded away. Nothing here asks for papers. */
export function LearnerFields({ draft, onChange, errors, hasStatus }: LearnerFieldsProps) {
  const { t } = useTranslation('learners')
  const { today } = useSession()
  const { inLanguage } = useLearnerWords()
  const tracks = useQuery(api.tracks.list.queryOptions({ input: {} }))
  const orUnknown = (options: { id: string; label: string }[]) => [
    { id: unknown, label: t('fields.notKnown') },
    ...options,
  ]
  const text = (name: keyof LearnerDraft & string) => ({
    label: t(`fields.${name}`),
    name,
    value: String(draft[name] ?? ''),
    onChange: (value: string) => onChange({ [name]: value }),
    errorMessage: errors[name],
  })
  const filled = rareFields.filter((name) => draft[name]).length
  const rareAtFault = rareFields.some((name) => errors[name] !== undefined)
  return (
    <>
      <FieldRow>
        <TextField {...text('familyName')} isRequired autoFocus autoComplete="off" />
        <TextField {...text('givenName')} hint={t('fields.givenNameHint')} autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <DateTextField
          label={t('fields.birthDate')}
          name="birthDate"
          value={draft.birthDate}
          onChange={(birthDate) => onChange({ birthDate })}
          latest={today}
          today={today}
          errorMessage={errors.birthDate}
        />
        <TextField {...text('studentId')} hint={t('fields.studentIdHint')} autoComplete="off" />
      </FieldRow>
      <PhoneFields phones={draft.phones} onChange={(phones) => onChange({ phones })} errors={errors} />
      <FieldRow>
        <TextField {...text('firstLanguage')} autoComplete="off" />
        <Select
          label={t('fields.interest')}
          name="interestTrackId"
          options={orUnknown(
            (tracks.data ?? []).map(({ id, name }) => ({ id: String(id), label: inLanguage(name) })),
          )}
          value={draft.interestTrackId === null ? unknown : String(draft.interestTrackId)}
          onChange={(id) => onChange({ interestTrackId: id === unknown ? null : Number(id) })}
          errorMessage={errors.interestTrackId}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label={t('fields.schooling')}
          name="schooling"
          options={orUnknown(
            schoolingLevels.map((id) => ({ id, label: t(`core:words.schoolingLevels.${id}`) })),
          )}
          value={draft.schooling ?? unknown}
          onChange={(id) =>
            onChange({ schooling: id === unknown ? null : (id as LearnerDraft['schooling']) })
          }
        />
        <Select
          label={t('fields.equivalency')}
          name="equivalency"
          options={orUnknown(
            equivalencyStates.map((id) => ({ id, label: t(`core:words.equivalencyStates.${id}`) })),
          )}
          value={draft.equivalency ?? unknown}
          onChange={(id) =>
            onChange({ equivalency: id === unknown ? null : (id as LearnerDraft['equivalency']) })
          }
        />
      </FieldRow>
      {hasStatus && (
        <Select
          label={t('columns.status')}
          name="status"
          options={learnerStatuses.map((id) => ({ id, label: t(`core:words.learnerStatuses.${id}`) }))}
          value={draft.status}
          onChange={(status) => onChange({ status })}
        />
      )}
      <Disclosure
        key={rareAtFault ? 'at fault' : 'folded'}
        label={t('fields.more')}
        note={filled > 0 ? t('fields.filled', { count: filled }) : undefined}
        defaultExpanded={rareAtFault}
      >
        <FieldRow>
          <TextField {...text('preferredName')} autoComplete="off" />
          <TextField {...text('email')} type="email" autoComplete="off" />
        </FieldRow>
        <FieldRow>
          <TextField {...text('workSchedule')} hint={t('fields.workScheduleHint')} autoComplete="off" />
          <TextField {...text('schoolingCountry')} autoComplete="off" />
        </FieldRow>
        <TextField {...text('referralSource')} hint={t('fields.referralSourceHint')} autoComplete="off" />
        <TextArea {...text('interestNote')} rows={2} />
        <TextArea {...text('notes')} hint={t('fields.notesHint')} rows={3} />
      </Disclosure>
    </>
  )
}
