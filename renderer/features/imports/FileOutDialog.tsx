import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileOutChoice } from '../../../shared/contract/filesOut.ts'
import { programYearOf, programYearSpan } from '../../../shared/values/dates.ts'
import { filesOut, rosterFormats, type FileOut, type RosterFormat } from '../../../shared/values/filesOut.ts'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { api, client } from '../../api.ts'
import { ExportDialog } from '../../disclosure/ExportDialog.tsx'
import { useSession } from '../../shell/session.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { FileOutContent } from './FileOutContent.tsx'
import { SpanFields, type Span } from './SpanFields.tsx'

/** Which file for another system, of which days and class, and for whom; what it would hold is said first. */
export function FileOutDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('imports')
  const { today } = useSession()
  const sections = useQuery(api.sections.list.queryOptions({ input: { limit: 500 } }))
  const [file, setFile] = useState<FileOut>('testSummary')
  const [format, setFormat] = useState<RosterFormat>('xlsx')
  const [sectionId, setSectionId] = useState<number | null>(null)
  const [span, setSpan] = useState<Span>({ from: programYearSpan(programYearOf(today)).from, to: today })
  const language: Language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const choice: FileOutChoice =
    file === 'roster'
      ? { file, sectionId, format }
      : { file, sectionId, from: span.from ?? '', to: span.to ?? '' }
  return (
    <ExportDialog
      title={t('out.make')}
      job={client.filesOut.make}
      input={() => ({ choice, language })}
      onClose={onClose}
    >
      <RadioGroup
        label={t('out.file')}
        options={filesOut.map((id) => ({
          id,
          label: t(`core:words.disclosedContents.${id}`),
          detail: t(`out.details.${id}`),
        }))}
        value={file}
        onChange={setFile}
      />
      {file === 'roster' ? (
        <RadioGroup
          label={t('out.format')}
          orientation="horizontal"
          options={rosterFormats.map((id) => ({ id, label: t(`core:words.disclosureFormats.${id}`) }))}
          value={format}
          onChange={setFormat}
        />
      ) : (
        <SpanFields span={span} onChange={setSpan} />
      )}
      <ComboBox
        label={t('out.section')}
        hint={t(file === 'roster' ? 'out.everyLearner' : 'out.everyTest')}
        name="choice.sectionId"
        options={(sections.data?.rows ?? []).map(({ id, code, name }) => ({
          id: String(id),
          label: code,
          detail: name,
        }))}
        isLoading={sections.isPending}
        value={sectionId === null ? null : String(sectionId)}
        onChange={(id) => setSectionId(id === null ? null : Number(id))}
      />
      <FileOutContent choice={choice} />
    </ExportDialog>
  )
}
