import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { largestFile } from '../../../shared/contract/files.ts'
import { client, failureFrom } from '../../api.ts'
import { useFailureText } from '../../useFailureText.ts'
import { useJob } from '../../useJob.ts'

const megabyte = 1024 * 1024

/** Sends a chosen file to the core, has it read there, and goes on to `next`: its columns unless told. */
export function useFileOpening(next = (openId: string) => `/files/import/${openId}`) {
  const { t } = useTranslation('imports')
  const say = useFailureText()
  const [, goTo] = useLocation()
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const reading = useJob(client.imports.open)

  async function open(file: File) {
    setRefusal(null)
    reading.reset()
    if (file.size > largestFile) {
      setRefusal(t('core:errors.fileTooLarge', { megabytes: largestFile / megabyte }))
      return
    }
    setSending(true)
    try {
      const { fileId } = await client.files.put({ file })
      reading.run({ fileId }, { onSuccess: ({ openId }) => goTo(next(openId)) })
    } catch (error) {
      setRefusal(say(failureFrom(error)).message)
    } finally {
      setSending(false)
    }
  }

  return {
    open,
    isBusy: isSending || reading.isRunning,
    progress: reading.progress,
    cancel: reading.cancel,
    refusal: refusal ?? reading.failure?.message ?? null,
  }
}
