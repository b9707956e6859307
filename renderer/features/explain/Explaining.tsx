import { useMemo, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { ExplanationPanel } from './ExplanationPanel.tsx'
import { ExplainingProvider, type NumberToOpen } from './numberToOpen.ts'

/** Lets every number below it open the one panel that explains; on another screen it is closed. */
export function Explaining({ children }: { children: ReactNode }) {
  const [location] = useLocation()
  const [opened, setOpened] = useState<{ number: NumberToOpen; at: string } | null>(null)
  const explaining = useMemo(
    () => ({
      open: (number: NumberToOpen) => setOpened({ number, at: location }),
      close: () => setOpened(null),
    }),
    [location],
  )
  const number = opened?.at === location ? opened.number : null
  return (
    <ExplainingProvider value={explaining}>
      {children}
      {number && <ExplanationPanel key={JSON.stringify(number)} opened={number} onClose={explaining.close} />}
    </ExplainingProvider>
  )
}
