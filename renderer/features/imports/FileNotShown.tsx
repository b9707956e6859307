import { useTranslation } from 'react-i18next'
import { failureFrom } from '../../api.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { BackFromFile } from './BackFromFile.tsx'

interface FileNotShownProps {
  error: Error
  onRetry: () => void
}

/** A file that is not open any more, or could not be looked at. */
export function FileNotShown({ error, onRetry }: FileNotShownProps) {
  const { t } = useTranslation('imports')
  const say = useFailureText()
  const failure = failureFrom(error)
  return (
    <>
      <PageHeader title={t('title')} back={<BackFromFile />} />
      {failure.kind === 'notFound' ? (
        <Notice kind="warning">{t('forgotten')}</Notice>
      ) : (
        <ErrorState message={say(failure).message} onRetry={onRetry} />
      )}
    </>
  )
}
