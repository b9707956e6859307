import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { ImportCounts } from '../../../shared/contract/importPlan.ts'
import { client } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useJob } from '../../useJob.ts'
import { firstDraft, settingsOf } from './columnDraft.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FileNotShown } from './FileNotShown.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { useFileColumns } from './useFileColumns.ts'
import { useKindsToBring } from './importRoles.ts'

/** One file on its way in: its columns, then its rows, then what came of it. */
export function ImportScreen() {
  const kinds = useKindsToBring()
  const { t } = useTranslation('imports')
  const { openId } = useParams<{ openId: string }>()
  if (kinds.length === 0) return <Notice>{t('mayNot')}</Notice>
  return <Import key={openId} openId={openId} />
}

function Import({ openId }: { openId: string }) {
  const { draft, setDraft, columns } = useFileColumns(openId)
  const [applied, setApplied] = useState<ImportCounts | null>(null)
  const checking = useJob(client.imports.preview)
  const previewId = checking.result?.previewId ?? null
  const step = applied ? 'done' : previewId === null ? 'columns' : 'review'

  // A step is a new page to its reader: from its top, and with the focus in it.
  useEffect(() => {
    const main = document.querySelector('main')
    main?.scrollTo({ top: 0 })
    main?.focus()
  }, [step])

  if (columns.error) return <FileNotShown error={columns.error} onRetry={() => void columns.refetch()} />
  const guess = columns.data
  if (!guess) return <Skeleton lines={8} />
  if (applied && previewId !== null) {
    return (
      <DoneStep
        guess={guess}
        previewId={previewId}
        counts={applied}
        onNextSheet={(next) => {
          checking.reset()
          setApplied(null)
          setDraft({ ...firstDraft, sheet: next })
        }}
      />
    )
  }
  if (previewId !== null) {
    return (
      <ReviewStep
        key={previewId}
        guess={guess}
        previewId={previewId}
        onBack={checking.reset}
        onCheckAgain={() => {
          const settings = settingsOf(draft, guess)
          if (settings) checking.run({ openId, settings })
        }}
        onApplied={setApplied}
      />
    )
  }
  return (
    <ColumnsStep
      guess={guess}
      draft={draft}
      onChange={(next) => {
        checking.reset()
        setDraft(next)
      }}
      checking={checking}
      onCheck={(settings) => checking.run({ openId, settings })}
    />
  )
}
