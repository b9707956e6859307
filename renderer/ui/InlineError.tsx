import { Notice, type NoticeProps } from './Notice.tsx'

/** What went wrong and what to do, where it went wrong; read out as it appears. */
export function InlineError({ children, action }: Omit<NoticeProps, 'kind'>) {
  return (
    <Notice kind="danger" {...(action === undefined ? {} : { action })}>
      {children}
    </Notice>
  )
}
