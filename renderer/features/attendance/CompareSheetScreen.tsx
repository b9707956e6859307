import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { client } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useJob } from '../../useJob.ts'
import { ColumnsStep } from '../imports/ColumnsStep.tsx'
import { settingsOf } from '../imports/columnDraft.ts'
import { FileNotShown } from '../imports/FileNotShown.tsx'
import { useFileColumns } from '../imports/useFileColumns.ts'
import { SheetComparisonView } from './SheetComparisonView.tsx'
import { useMayUseSheets } from './sheetRoles.ts'

/** An attendance sheet against the record: its columns first, then the differences. */
export function CompareSheetScreen() {
  const { t } = useTranslation('attendance')
  const mayUse = useMayUseSheets()
  const { openId } = useParams<{ openId: string }>()
  if (!mayUse) return <Notice>{t('comparison.mayNot')}</Notice>
  return <Comparing key={openId} openId={openId} />
}

function Comparing({ openId }: { openId: string }) {
  const { t } = useTranslation('attendance')
  const { draft, setDraft, columns } = useFileColumns(openId)
  const comparing = useJob(client.attendance.compareSheet)
  const comparison = comparing.result
  const isCompared = comparison !== undefined

  // A step is a new page to its reader: from its top, and with the focus in it.
  useEffect(() => {
    const main = document.querySelector('main')
    main?.scrollTo({ top: 0 })
    main?.focus()
  }, [isCompared])

  if (columns.error) return <FileNotShown error={columns.error} onRetry={() => void columns.refetch()} />
  const guess = columns.data
  if (!guess) return <Skeleton lines={8} />
  const settings = settingsOf(draft, guess)
  if (comparison && settings) {
    return (
      <SheetComparisonView
        comparison={comparison}
        fileName={guess.file.fileName}
        input={{ openId, settings }}
        onBack={comparing.reset}
      />
    )
  }
  return (
    <ColumnsStep
      guess={guess}
      draft={draft}
      onChange={(next) => {
        comparing.reset()
        setDraft(next)
      }}
      checking={comparing}
      onCheck={(chosen) => comparing.run({ openId, settings: chosen })}
      checkLabel={t('comparison.run')}
    />
  )
}
