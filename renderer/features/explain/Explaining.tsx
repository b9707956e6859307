import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { ExplanationPanel } from './ExplanationPanel.tsx'
import { ExplainingProvider, type NumberToOpen } from './numberToOpen.ts'

/** Lets every number below it open the one panel that explains; another screen closes it. */
export function Explaining({ children }: { children: ReactNode }) {
  const [location] = useLocation()
  const [opened, setOpened] = useState<NumberToOpen | null>(null)
  const explaining = useMemo(() => ({ open: setOpened, close: () => setOpened(null) }), [])
  useEffect(() => setOpened(null), [location])
  return (
    <ExplainingProvider value={explaining}>
      {children}
      {opened && <ExplanationPanel key={JSON.stringify(opened)} opened={opened} onClose={explaining.close} />}
    </ExplainingProvider>
  )
}
