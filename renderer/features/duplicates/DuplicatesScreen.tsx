import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayMerge } from '../../../shared/contract/merges.ts'
import type { DecidingEvidence } from '../../../shared/rules/duplicateReasons.ts'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { api, client } from '../../api.ts'
import { ExportListButton } from '../../disclosure/ExportListButton.tsx'
import { useMay } from '../../shell/session.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useLongQuery } from '../../useLongQuery.ts'
import { useLearnerWords } from '../learners/learnerWords.ts'
import { PastMerges } from '../merges/PastMerges.tsx'
import { OnceCompared } from './OnceCompared.tsx'
import { OpenPairs } from './OpenPairs.tsx'
import { ToldApart } from './ToldApart.tsx'

/** Records that may be one person: to look at, to answer, and the answers given. */
export function DuplicatesScreen() {
  const { t, i18n } = useTranslation('duplicates')
  const { number } = useLearnerWords()
  const [tab, setTab] = useState<'open' | 'toldApart' | 'merged'>('open')
  const [evidence, setEvidence] = useState<DecidingEvidence | null>(null)
  const may = useMay(...mayMerge)
  const comparing = useLongQuery(api.duplicates.count, {})
  return (
    <>
      <PageHeader
        title={t('title')}
        count={comparing.data && number(comparing.data.open)}
        subtitle={t('lead')}
        back={<Link href="#/data-check">{t('back')}</Link>}
        actions={
          <ExportListButton
            job={client.duplicates.export}
            input={() => ({ evidence, language: i18n.resolvedLanguage as Language })}
          />
        }
      />
      <Tabs
        label={t('tabs.label')}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'open',
            label: t('tabs.open'),
            content: (
              <OnceCompared comparing={comparing}>
                <OpenPairs evidence={evidence} onEvidence={setEvidence} />
              </OnceCompared>
            ),
          },
          { id: 'toldApart', label: t('tabs.toldApart'), content: <ToldApart /> },
          ...(may ? [{ id: 'merged' as const, label: t('tabs.merged'), content: <PastMerges /> }] : []),
        ]}
      />
    </>
  )
}
