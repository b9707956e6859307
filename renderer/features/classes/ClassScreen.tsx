import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { SectionRow } from '../../../shared/contract/sections.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { AddLearnerIcon, CalendarIcon, EditIcon, ScoreIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useLearnerWords } from '../learners/learnerWords.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { AddMembersDialog } from './AddMembersDialog.tsx'
import { ClassDialog } from './ClassDialog.tsx'
import { classPath } from './classPaths.ts'
import { ClassMembers } from './ClassMembers.tsx'
import styles from './ClassesScreen.module.css'
import { useDraft } from '../../useDraft.ts'

/** Whoever sat in a class that is over may have left it; what was noted of them stays. */
const isOver = ({ active }: SectionRow) => !active

/** The actions at the top right of a class's page, the main one last. */
function ClassActions({ section }: { section: SectionRow }) {
  const { t } = useTranslation('classes')
  const [open, setOpen] = useDraft<'edit' | 'addMembers' | null>(`open at class ${section.id}`, null)
  const mayChange = useMay('coordinator', 'director')
  const mayFill = useMay('instructor', 'coordinator', 'director')
  const [, navigate] = useLocation()
  const close = () => setOpen(null)
  return (
    <>
      {mayChange && (
        <Button icon={EditIcon} onPress={() => setOpen('edit')}>
          {t('edit')}
        </Button>
      )}
      {mayFill && (
        <Button icon={AddLearnerIcon} onPress={() => setOpen('addMembers')}>
          {t('members.add')}
        </Button>
      )}
      {(section.memberCount > 0 || isOver(section)) && (
        <Button icon={CalendarIcon} onPress={() => navigate(`${classPath(section.id)}/attendance`)}>
          {t('attendance')}
        </Button>
      )}
      {mayFill && section.memberCount > 0 && (
        <Button
          variant="primary"
          icon={ScoreIcon}
          onPress={() => navigate(`${classPath(section.id)}/assessments`)}
        >
          {t('recordTests')}
        </Button>
      )}
      {open === 'edit' && <ClassDialog section={section} onClose={close} />}
      {open === 'addMembers' && <AddMembersDialog section={section} onClose={close} />}
    </>
  )
}

function ClassSubtitle({ section }: { section: SectionRow }) {
  const { t } = useTranslation('classes')
  const { day } = useLearnerWords()
  const { startDate, endDate } = section
  const facts = [
    // Imported classes often have no name beside their code.
    section.name !== section.code && section.name,
    section.instructorName ?? t('noInstructor'),
    section.site,
    startDate !== null && endDate !== null && t('dates', { from: day(startDate), to: day(endDate) }),
  ]
  return (
    <StatusDot kind={section.active ? 'success' : 'neutral'}>
      {[t(section.active ? 'running' : 'over'), ...facts].filter(Boolean).join(' · ')}
    </StatusDot>
  )
}

/** One class: who teaches it and who sits in it. */
export function ClassScreen() {
  const sectionId = Number(useParams().sectionId)
  const { t } = useTranslation('classes')
  const say = useFailureText()
  const section = useQuery(api.sections.get.queryOptions({ input: { sectionId } }))
  const back = <Link href="#/classes">{t('title')}</Link>
  if (section.error && !section.data) {
    return (
      <>
        <PageHeader back={back} title={t('notShown')} />
        <ErrorState
          message={say(failureFrom(section.error)).message}
          onRetry={() => void section.refetch()}
        />
      </>
    )
  }
  if (!section.data) return <Skeleton lines={10} />
  return (
    <>
      <PageHeader
        back={back}
        title={section.data.code}
        count={
          <ExplainedNumber
            number={{
              title: t('members.title'),
              of: section.data.code,
              text: t('count.members', { count: section.data.memberCount }),
              definition: 'classMembers',
              asked: { explain: 'classMembers', input: { sectionId } },
            }}
          />
        }
        subtitle={<ClassSubtitle section={section.data} />}
        actions={<ClassActions section={section.data} />}
      />
      <div className={styles.members}>
        <ClassMembers sectionId={sectionId} members={section.data.members} isOver={isOver(section.data)} />
      </div>
    </>
  )
}
